extension NetType {
    /// `System.Convert`.
    static let convert = NetType("System", "Convert", .staticClass) {
        [
            .staticMethod("ToString", "The value as text.", ["value"], NetBody { (value: Value) throws(EvaluationError) -> NetString in try ValueText.text(of: value) }),
            .staticMethod("ToInt32", "The number that a text shows; 0 for null.", ["value"], NetBody { (text: NetString?) throws(EvaluationError) -> Int32 in
                guard let text else { return 0 }
                return try NumberParsing.int32(text, styles: .integer)
            }),
            .staticMethod("ToBase64String", "The bytes as Base64.", ["inArray"], NetBody { (bytes: [UInt8]) throws(EvaluationError) -> NetString in NetString(Base64.encode(bytes)) }),
        ]
    }
}

/// Base64 as RFC 4648 has it.
enum Base64 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = (0..<3).map { start + $0 < bytes.count ? UInt32(bytes[start + $0]) : 0 }
            let bits = group[0] << 16 | group[1] << 8 | group[2]
            for place in 0..<4 {
                let isPadding = start + place > bytes.count
                result.append(isPadding ? UInt8(ascii: "=") : digits[Int(bits >> UInt32(18 - 6 * place) & 63)])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
