extension NetType {
    /// `Convert`'s members for Base64.
    static var base64Conversions: [NetMember] {
        [
            .staticMethod(
                "ToBase64String", "The bytes as Base64.", ["inArray"],
                NetBody { (bytes: [UInt8]) throws(EvaluationError) -> NetString in
                    NetString(Base64.encode(bytes))
                }),
            .staticMethod(
                "ToBase64String", "The bytes as Base64, on request in lines of 76 characters.", ["inArray", "options"],
                NetBody { (bytes: [UInt8], options: Base64FormattingOptions) throws(EvaluationError) -> NetString in
                    try options.encode(bytes)
                }),
            .staticMethod(
                "ToBase64String", "Some of the bytes as Base64.", ["inArray", "offset", "length"],
                NetBody { (bytes: [UInt8], offset: Int32, length: Int32) throws(EvaluationError) -> NetString in
                    NetString(Base64.encode(try base64Part(bytes, offset, length)))
                }),
            .staticMethod(
                "ToBase64String", "Some of the bytes as Base64, on request in lines of 76 characters.",
                ["inArray", "offset", "length", "options"],
                NetBody {
                    (bytes: [UInt8], offset: Int32, length: Int32, options: Base64FormattingOptions) throws(EvaluationError) -> NetString in
                    try options.encode(base64Part(bytes, offset, length))
                }),
            .staticMethod(
                "ToBase64CharArray", "Writes the Base64 of some of the bytes into an array and gives the number of characters.",
                ["inArray", "offsetIn", "length", "outArray", "offsetOut"],
                NetBody {
                    (bytes: [UInt8], offset: Int32, length: Int32, target: Instance<NetArray>, start: Int32) throws(EvaluationError)
                        -> Int32 in
                    try base64Write(Base64.encode(base64Part(bytes, offset, length)), to: target.object, at: start)
                }),
            .staticMethod(
                "FromBase64String", "The bytes of Base64; white space is left out.", ["s"],
                NetBody { (text: NetString) throws(EvaluationError) -> [UInt8] in
                    try Base64.decode(text)
                }),
            .staticMethod(
                "FromBase64CharArray", "The bytes of Base64 in some characters.", ["inArray", "offset", "length"],
                NetBody { (units: [NetChar], offset: Int32, length: Int32) throws(EvaluationError) -> [UInt8] in
                    try Base64.decode(NetString(utf16: base64Part(units, offset, length).map(\.unit)))
                }),
        ]
    }

    static let base64FormattingOptions: NetType = enumeration("System", "Base64FormattingOptions", ["None", "InsertLineBreaks"])

    /// A part of an array that Base64 takes.
    private static func base64Part<Element>(_ elements: [Element], _ offset: Int32, _ length: Int32) throws(EvaluationError) -> [Element] {
        guard length >= 0 else { throw NetString.indexOutOfRange("length") }
        guard offset >= 0 else { throw .argumentOutOfRange("offset", "Value must be positive.") }
        guard Int(offset) + Int(length) <= elements.count else {
            throw .argumentOutOfRange("offset", "Offset and length must refer to a position in the string.")
        }
        return Array(elements[Int(offset)..<Int(offset) + Int(length)])
    }

    private static func base64Write(_ text: String, to array: NetArray, at start: Int32) throws(EvaluationError) -> Int32 {
        let units = Array(text.utf16)
        guard start >= 0 else { throw .argumentOutOfRange("offsetOut", "Value must be positive.") }
        guard Int(start) + units.count <= array.count else {
            throw .argumentOutOfRange(
                "offsetOut",
                "Either offset did not refer to a position in the string, or there is an insufficient length of destination character array."
            )
        }
        for (offset, unit) in units.enumerated() { try array.setElement(.char(unit), at: start + Int32(offset)) }
        return Int32(units.count)
    }
}

/// `System.Base64FormattingOptions`.
enum Base64FormattingOptions: Int32, NetEnumerationRepresentable {
    case none, insertLineBreaks
    /// A number that is none of the members.
    case unknown = -1

    static var fallback: Self { .unknown }
    static var symbol: TypeSymbol { .named(.base64FormattingOptions, []) }

    /// The bytes as Base64, with a line break after every 76 characters but the last ones.
    func encode(_ bytes: [UInt8]) throws(EvaluationError) -> NetString {
        guard self != .unknown else { throw .argument("Illegal enum value: \(rawValue).", "options") }
        let digits = Array(Base64.encode(bytes).utf8)
        guard self == .insertLineBreaks, digits.count > 76 else { return NetString(utf8: digits) }
        var buffer = NetStringBuilderBuffer(capacity: digits.count + digits.count / 38)
        for start in stride(from: 0, to: digits.count, by: 76) {
            if start > 0 { buffer.append(ascii: "\r\n") }
            buffer.append(asciiBytes: digits[start..<min(start + 76, digits.count)])
        }
        return buffer.string
    }
}
