/// .NET's System.String: a sequence of UTF-16 units that is compared unit by unit, never by canonical equivalence.
///
/// Nearly every string is well-formed and is kept as a native Swift string, so that handing it over costs nothing. One
/// that holds a lone surrogate is kept in the same field in a form of its own: one scalar for each UTF-16 unit, where a
/// surrogate unit `u` is the scalar U+100000 + `u`. That form is used only when there is no other, hence equal strings
/// always have equal bytes.
public struct NetString: Sendable {
    enum Form: UInt8, Sendable {
        case ascii, unicode, units
    }

    let text: String
    let form: Form

    init(text: String, form: Form) { (self.text, self.form) = (text, form) }

    /// Takes over a Swift string.
    public init(_ string: String) {
        var string = string
        string.makeContiguousUTF8()
        text = string
        form = string.utf8.count == string.utf16.count ? .ascii : .unicode
    }

    /// The empty string.
    public init() { (text, form) = ("", .ascii) }

    /// Makes a string of UTF-16 units, whatever they are.
    public init(utf16 units: some Collection<UInt16>) {
        if let wellFormed = String(validating: units, as: UTF16.self) {
            self.init(wellFormed)
        } else {
            self.init(text: Self.encodeLoneSurrogates(units), form: .units)
        }
    }

    /// Decodes UTF-8; each ill-formed sequence becomes U+FFFD, as Encoding.UTF8 does.
    public init(utf8 bytes: some Collection<UInt8>) { self.init(String(decoding: bytes, as: UTF8.self)) }

    /// Makes a string of one UTF-16 unit.
    public init(_ unit: UInt16) {
        if let scalar = Unicode.Scalar(unit) {
            self.init(text: String(Character(scalar)), form: unit < 0x80 ? .ascii : .unicode)
        } else {
            self.init(text: Self.encodeLoneSurrogates(CollectionOfOne(unit)), form: .units)
        }
    }

    /// As a Swift string; a lone surrogate becomes U+FFFD.
    public var string: String {
        form == .units ? String(decoding: unitsOfLoneSurrogateForm, as: UTF16.self) : text
    }

    /// Whether all characters are ASCII, so that bytes and UTF-16 units are the same.
    public var isASCII: Bool { form == .ascii }

    /// Whether there is no character.
    public var isEmpty: Bool { text.isEmpty }

    /// The number of UTF-16 units: .NET's `Length`.
    public var utf16Count: Int {
        switch form {
        case .ascii: text.utf8.count
        case .unicode: text.utf16.count
        case .units: text.unicodeScalars.count
        }
    }

    /// Calls with the UTF-8 bytes; a lone surrogate is given as U+FFFD.
    public func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        NetString.withBytes(of: form == .units ? string : text, body)
    }

    /// Whether one of the UTF-8 bytes is such a one. For other modules, to which `withUTF8` is generic.
    package func containsUTF8(where isMeant: (UInt8) -> Bool) -> Bool { withUTF8 { $0.contains(where: isMeant) } }

    /// Calls with the UTF-8 bytes; a lone surrogate is given as U+FFFD.
    public func withUTF8<Result>(
        throwing body: (UnsafeBufferPointer<UInt8>) throws(EvaluationError) -> Result
    ) throws(EvaluationError) -> Result {
        try withUTF8 { bytes -> Swift.Result<Result, EvaluationError> in
            do throws(EvaluationError) { return .success(try body(bytes)) } catch { return .failure(error) }
        }.get()
    }

    /// Calls with the UTF-16 units.
    public func withUTF16<Result>(_ body: (UnsafeBufferPointer<UInt16>) -> Result) -> Result {
        utf16Array.withUnsafeBufferPointer(body)
    }

    /// The UTF-16 units as an array.
    public var utf16Array: [UInt16] {
        switch form {
        case .ascii: withRawBytes { bytes in bytes.map { UInt16($0) } }
        case .unicode: Array(text.utf16)
        case .units: unitsOfLoneSurrogateForm
        }
    }
}

extension NetString {
    /// The stored bytes, which are the same for equal strings and only for them.
    @inline(__always)
    func withRawBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result { NetString.withBytes(of: text, body) }

    /// The bytes of a string, without a copy: every string that gets here is contiguous.
    @inline(__always)
    static func withBytes<Result>(of string: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = string.utf8.withContiguousStorageIfAvailable(body) { return result }
        var copy = string
        return copy.withUTF8(body)
    }

    private static let surrogateOffset: UInt32 = 0x10_0000

    private static func encodeLoneSurrogates(_ units: some Collection<UInt16>) -> String {
        var scalars = String.UnicodeScalarView()
        for unit in units {
            scalars.append(Unicode.Scalar(unit) ?? Unicode.Scalar(surrogateOffset + UInt32(unit)) ?? "\u{FFFD}")
        }
        return String(scalars)
    }

    var unitsOfLoneSurrogateForm: [UInt16] {
        text.unicodeScalars.map { scalar in
            UInt16(truncatingIfNeeded: scalar.value >= Self.surrogateOffset ? scalar.value - Self.surrogateOffset : scalar.value)
        }
    }
}

extension NetString: Hashable {
    /// Ordinal equality.
    public static func == (left: NetString, right: NetString) -> Bool {
        guard left.form == right.form else { return false }
        // Swift compares ASCII strings byte by byte; only other strings have canonical equivalents.
        if left.form == .ascii { return left.text == right.text }
        guard left.text.utf8.count == right.text.utf8.count else { return false }
        return left.withRawBytes { a in right.withRawBytes { b in a.elementsEqual(b) } }
    }

    /// Hashes the stored bytes.
    public func hash(into hasher: inout Hasher) {
        withRawBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension NetString: ExpressibleByStringLiteral {
    /// Makes a string of a literal.
    public init(stringLiteral value: String) { self.init(value) }
}

extension NetString: CustomStringConvertible, CustomDebugStringConvertible {
    /// The string itself.
    public var description: String { string }
    /// The string in quotes.
    public var debugDescription: String { string.debugDescription }
}

extension NetString {
    /// The number of bytes that the text takes.
    var utf8Count: Int { text.utf8.count }
}
