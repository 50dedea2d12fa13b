extension NetType {
    /// `System.BitConverter`: values as bytes, the lowest first.
    static let bitConverter: NetType = NetType("System", "BitConverter", .staticClass) {
        [
            .staticProperty(
                "IsLittleEndian", "Whether the lowest byte comes first, which it does.",
                NetBody { () throws(EvaluationError) -> Bool in true }),
            bytes(Bool.self) { UInt8($0 ? 1 : 0) }, bytes(NetChar.self) { $0.unit }, bytes(Int16.self) { $0 }, bytes(UInt16.self) { $0 },
            bytes(Int32.self) { $0 }, bytes(UInt32.self) { $0 }, bytes(Int64.self) { $0 }, bytes(UInt64.self) { $0 },
            bytes(Float.self) { $0.bitPattern }, bytes(Double.self) { $0.bitPattern },
            value("ToInt16") { (bits: Int16) in bits }, value("ToUInt16") { (bits: UInt16) in bits },
            value("ToInt32") { (bits: Int32) in bits }, value("ToUInt32") { (bits: UInt32) in bits },
            value("ToInt64") { (bits: Int64) in bits }, value("ToUInt64") { (bits: UInt64) in bits },
            value("ToChar") { (bits: UInt16) in NetChar(bits) },
            value("ToSingle") { (bits: UInt32) in Float(bitPattern: bits) },
            value("ToDouble") { (bits: UInt64) in Double(bitPattern: bits) },
            value("ToBoolean") { (bits: UInt8) in bits != 0 },
        ] + bitPatterns + byteTexts
    }

    private static func bytes<T: NetRepresentable, Bits: FixedWidthInteger & SendableMetatype>(
        _: T.Type, _ bits: @escaping @Sendable (T) -> Bits
    ) -> NetMember {
        .staticMethod(
            "GetBytes", "The value's bytes.", ["value"],
            NetBody { (value: T) throws(EvaluationError) -> [UInt8] in
                let bits = bits(value)
                return (0..<(Bits.bitWidth / 8)).map { UInt8(truncatingIfNeeded: bits >> Bits(8 * $0)) }
            })
    }

    private static func value<T: NetRepresentable, Bits: FixedWidthInteger & SendableMetatype>(
        _ name: String, _ value: @escaping @Sendable (Bits) -> T
    ) -> NetMember {
        .staticMethod(
            name, "The value that the bytes from an index on stand for.", ["value", "startIndex"],
            NetBody { (bytes: [UInt8], start: Int32) throws(EvaluationError) -> T in
                let count = Bits.bitWidth / 8
                guard start >= 0, Int(start) < bytes.count else { throw indexOutOfRange("startIndex") }
                // One byte has no room to be cut short.
                guard Int(start) <= bytes.count - count else {
                    throw .argument(
                        "Destination array is not long enough to copy all the items in the collection. Check array index and length.",
                        "value")
                }
                let slice = bytes[Int(start)..<(Int(start) + count)]
                return value(slice.reversed().reduce(Bits(0)) { $0 << 8 | Bits(truncatingIfNeeded: $1) })
            })
    }

    private static func indexOutOfRange(_ name: String) -> EvaluationError {
        .argumentOutOfRange(name, "Index was out of range. Must be non-negative and less than the size of the collection.")
    }

    private static var bitPatterns: [NetMember] {
        [
            .staticMethod(
                "DoubleToInt64Bits", "The bits of a double.", ["value"],
                NetBody { (number: Double) throws(EvaluationError) -> Int64 in Int64(bitPattern: number.bitPattern) }),
            .staticMethod(
                "Int64BitsToDouble", "The double that the bits stand for.", ["value"],
                NetBody { (bits: Int64) throws(EvaluationError) -> Double in Double(bitPattern: UInt64(bitPattern: bits)) }),
            .staticMethod(
                "SingleToInt32Bits", "The bits of a float.", ["value"],
                NetBody { (number: Float) throws(EvaluationError) -> Int32 in Int32(bitPattern: number.bitPattern) }),
            .staticMethod(
                "Int32BitsToSingle", "The float that the bits stand for.", ["value"],
                NetBody { (bits: Int32) throws(EvaluationError) -> Float in Float(bitPattern: UInt32(bitPattern: bits)) }),
        ]
    }

    private static var byteTexts: [NetMember] {
        [
            .staticMethod(
                "ToString", "The bytes in hexadecimal, with hyphens between them.", ["value"],
                NetBody { (bytes: [UInt8]) throws(EvaluationError) -> NetString in hyphenated(bytes[...]) }),
            .staticMethod(
                "ToString", "The bytes from an index on in hexadecimal, with hyphens between them.", ["value", "startIndex"],
                NetBody { (bytes: [UInt8], start: Int32) throws(EvaluationError) -> NetString in
                    hyphenated(try slice(of: bytes, start, Int32(truncatingIfNeeded: bytes.count) &- start))
                }),
            .staticMethod(
                "ToString", "So many bytes from an index on in hexadecimal, with hyphens between them.", ["value", "startIndex", "length"],
                NetBody { (bytes: [UInt8], start: Int32, length: Int32) throws(EvaluationError) -> NetString in
                    hyphenated(try slice(of: bytes, start, length))
                }),
        ]
    }

    private static func slice(of bytes: [UInt8], _ start: Int32, _ length: Int32) throws(EvaluationError) -> ArraySlice<UInt8> {
        guard start >= 0, Int(start) < bytes.count || start == 0 else {
            throw .argumentOutOfRange("startIndex", "StartIndex cannot be less than zero.")
        }
        guard length >= 0 else { throw .argumentOutOfRange("length", "Value must be positive.") }
        guard Int(start) + Int(length) <= bytes.count else {
            throw .argument(
                "Destination array is not long enough to copy all the items in the collection. Check array index and length.", "value")
        }
        return bytes[Int(start)..<(Int(start) + Int(length))]
    }

    private static func hyphenated(_ bytes: ArraySlice<UInt8>) -> NetString {
        NetString(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined(separator: "-"))
    }
}
