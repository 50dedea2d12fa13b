extension NetEncoding {
    /// What .NET calls an encoding.
    struct Names: Sendable {
        /// The name in headers, `utf-8`.
        let web: String
        /// The name for people, `Unicode (UTF-8)`.
        let display: String
        let codePage: Int32
        let windowsCodePage: Int32
    }

    var names: Names {
        switch scheme {
        case .utf8: Names(web: "utf-8", display: "Unicode (UTF-8)", codePage: 65001, windowsCodePage: 1200)
        case .ascii: Names(web: "us-ascii", display: "US-ASCII", codePage: 20127, windowsCodePage: 1252)
        case .latin1: Names(web: "iso-8859-1", display: "Western European (ISO)", codePage: 28591, windowsCodePage: 1252)
        case .utf16(false): Names(web: "utf-16", display: "Unicode", codePage: 1200, windowsCodePage: 1200)
        case .utf16(true): Names(web: "utf-16BE", display: "Unicode (Big-Endian)", codePage: 1201, windowsCodePage: 1200)
        case .utf32(false): Names(web: "utf-32", display: "Unicode (UTF-32)", codePage: 12000, windowsCodePage: 1200)
        case .utf32(true): Names(web: "utf-32BE", display: "Unicode (UTF-32 Big-Endian)", codePage: 12001, windowsCodePage: 1200)
        case .utf7: Names(web: "utf-7", display: "Unicode (UTF-7)", codePage: 65000, windowsCodePage: 1200)
        }
    }

    /// What programs of the web and of mail do with an encoding, as the registered names' table has it.
    struct Uses: OptionSet, Sendable {
        let rawValue: UInt8
        static let mailDisplay = Uses(rawValue: 1)
        static let mailSave = Uses(rawValue: 2)
        static let browserDisplay = Uses(rawValue: 4)
        static let browserSave = Uses(rawValue: 8)
    }

    var uses: Uses {
        switch scheme {
        case .utf8, .latin1: [.mailDisplay, .mailSave, .browserDisplay, .browserSave]
        case .ascii, .utf7: [.mailDisplay, .mailSave]
        case .utf16(false): .browserSave
        case .utf16(true), .utf32: []
        }
    }

    var isSingleByte: Bool {
        switch scheme {
        case .ascii, .latin1: true
        default: false
        }
    }

    /// `Encoding.GetEncoding(codepage)`; 0 means the default, UTF-8.
    static func encoding(codePage: Int32) throws(EvaluationError) -> NetEncoding {
        guard (0...65535).contains(codePage) else {
            throw .argumentOutOfRange("codepage", "Valid values are between 0 and 65535, inclusive.")
        }
        switch codePage {
        case 0: return NetEncoding(.utf8, hasByteOrderMark: false)
        case 65001: return NetEncoding(.utf8)
        case 20127: return NetEncoding(.ascii)
        case 28591: return NetEncoding(.latin1)
        case 1200: return NetEncoding(.utf16(isBigEndian: false))
        case 1201: return NetEncoding(.utf16(isBigEndian: true))
        case 12000: return NetEncoding(.utf32(isBigEndian: false))
        case 12001: return NetEncoding(.utf32(isBigEndian: true))
        case 65000: return NetEncoding(.utf7)
        default:
            throw .notSupported(
                "No data is available for encoding \(codePage). For information on defining a custom encoding, see the documentation "
                    + "for the Encoding.RegisterProvider method.")
        }
    }

    /// `Encoding.GetEncoding(name)`, in any case.
    static func encoding(named name: NetString) throws(EvaluationError) -> NetEncoding {
        guard let codePage = codePages[name.lowercasedInvariant().string] else {
            throw .argument(
                "'\(name)' is not a supported encoding name. For information on defining a custom encoding, see the documentation for "
                    + "the Encoding.RegisterProvider method.", "name")
        }
        return try encoding(codePage: codePage)
    }

    /// The names that .NET knows, in lower case.
    private static let codePages: [String: Int32] = {
        let names: [Int32: [String]] = [
            65001: ["utf-8", "unicode-1-1-utf-8", "unicode-2-0-utf-8", "x-unicode-1-1-utf-8", "x-unicode-2-0-utf-8"],
            20127: [
                "us-ascii", "ascii", "ansi_x3.4-1968", "ansi_x3.4-1986", "cp367", "csascii", "ibm367", "iso-ir-6", "iso646-us",
                "iso_646.irv:1991", "us",
            ],
            28591: [
                "iso-8859-1", "latin1", "iso8859-1", "iso_8859-1", "iso_8859-1:1987", "cp819", "csisolatin1", "ibm819", "iso-ir-100", "l1",
            ],
            1200: ["utf-16", "utf-16le", "unicode", "ucs-2", "csunicode", "iso-10646-ucs-2"],
            1201: ["utf-16be", "unicodefffe"],
            12000: ["utf-32", "utf-32le", "ucs-4", "iso-10646-ucs-4"],
            12001: ["utf-32be"],
            65000: ["utf-7", "csunicode11utf7", "unicode-1-1-utf-7", "unicode-2-0-utf-7", "x-unicode-1-1-utf-7", "x-unicode-2-0-utf-7"],
        ]
        var byName: [String: Int32] = [:]
        for (codePage, all) in names { for name in all { byName[name] = codePage } }
        return byName
    }()

    /// `GetMaxByteCount`.
    func maximumByteCount(_ count: Int32) throws(EvaluationError) -> Int32 {
        guard count >= 0 else { throw .argumentOutOfRange("charCount", "Non-negative number required.") }
        let units = Int64(count) + 1
        let most: Int64 =
            switch scheme {
            case .utf8: units * 3
            case .ascii, .latin1: units
            case .utf16: units * 2
            case .utf32: units * 4
            case .utf7: Int64(count) * 3 + 2
            }
        return try Self.checked(most, "charCount")
    }

    /// `GetMaxCharCount`.
    func maximumCharCount(_ count: Int32) throws(EvaluationError) -> Int32 {
        guard count >= 0 else { throw .argumentOutOfRange("byteCount", "Non-negative number required.") }
        let bytes = Int64(count)
        let most: Int64 =
            switch scheme {
            case .utf8: bytes + 1
            case .ascii, .latin1: bytes
            case .utf16: (bytes >> 1) + (bytes & 1) + 1
            case .utf32: bytes / 2 + 2
            case .utf7: max(bytes, 1)
            }
        return try Self.checked(most, "byteCount")
    }

    private static func checked(_ count: Int64, _ name: String) throws(EvaluationError) -> Int32 {
        guard let count = Int32(exactly: count) else {
            throw .argumentOutOfRange(
                name, "Too many characters. The resulting number of bytes is larger than what can be returned as an int.")
        }
        return count
    }
}
