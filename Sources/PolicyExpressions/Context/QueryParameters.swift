/// The parameters of a query string, in order, decoded.
public struct QueryParameters: Sendable, Hashable {
    /// The parameters as they stand in the query, names and values decoded.
    public var items: [(name: String, value: String)] { entries.map { ($0.name, $0.value) } }
    private var entries: [Entry]

    private struct Entry: Sendable, Hashable {
        var name: String
        var value: String
        /// The text as it was received, so that untouched parameters leave as they came.
        var encoded: String
    }

    /// Reads a query string, with or without its question mark. `+` is a space, as in forms.
    public init(_ queryString: String) {
        let text = queryString.hasPrefix("?") ? queryString.dropFirst() : Substring(queryString)
        entries = text.split(separator: "&", omittingEmptySubsequences: true).map { part in
            let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return Entry(
                name: Self.decode(pieces[0]), value: pieces.count > 1 ? Self.decode(pieces[1]) : "", encoded: String(part))
        }
    }

    /// The values of a name, without regard to case.
    public func values(of name: String) -> [String] {
        entries.filter { $0.name.equalsIgnoringCase(name) }.map(\.value)
    }

    /// Removes every value of a name.
    public mutating func remove(_ name: String) { entries.removeAll { $0.name.equalsIgnoringCase(name) } }

    /// Adds a value at the end.
    public mutating func append(_ name: String, _ value: String) {
        entries.append(Entry(name: name, value: value, encoded: Self.encode(name) + "=" + Self.encode(value)))
    }

    /// Replaces the values of a name where the first of them stands; a new name comes at the end.
    public mutating func set(_ name: String, to values: [String]) {
        let place = entries.firstIndex { $0.name.equalsIgnoringCase(name) } ?? entries.count
        remove(name)
        let replacement = values.map { Entry(name: name, value: $0, encoded: Self.encode(name) + "=" + Self.encode($0)) }
        entries.insert(contentsOf: replacement, at: place)
    }

    /// The query string with its question mark, or nothing when there are no parameters.
    public var queryString: String { entries.isEmpty ? "" : "?" + entries.map(\.encoded).joined(separator: "&") }

    /// Percent-encodes everything but unreserved characters (RFC 3986).
    public static func encode(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if byte.isUnreserved {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), hexadecimalDigits[Int(byte >> 4)], hexadecimalDigits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Decodes `%XX` and `+`; a stray percent sign stays.
    public static func decode(_ text: some StringProtocol) -> String {
        let source = Array(text.utf8)
        var bytes: [UInt8] = []
        var index = 0
        while index < source.count {
            if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
                let high = source[index + 1].hexadecimalValue, let low = source[index + 2].hexadecimalValue
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(source[index] == UInt8(ascii: "+") ? UInt8(ascii: " ") : source[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Equal when names, values and order are.
    public static func == (left: Self, right: Self) -> Bool { left.entries == right.entries }

    private static let hexadecimalDigits = Array("0123456789ABCDEF".utf8)
}

extension UInt8 {
    fileprivate var isUnreserved: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    fileprivate var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension String {
    /// Equality of ASCII text without regard to case, as HTTP compares field names; other characters must be equal.
    public func equalsIgnoringCase(_ other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        return zip(utf8, other.utf8).allSatisfy { $0 == $1 || $0.lowercasedASCII == $1.lowercasedASCII }
    }
}

extension UInt8 {
    /// The byte with `A`…`Z` mapped to `a`…`z`.
    var lowercasedASCII: UInt8 { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self }
}
