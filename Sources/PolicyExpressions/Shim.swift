extension NumberParsing {
    static func int8(_ t: NetString, styles: NumberStyles) throws(EvaluationError) -> Int8 { try p(t) }
    static func uint8(_ t: NetString, styles: NumberStyles) throws(EvaluationError) -> UInt8 { try p(t) }
    static func int16(_ t: NetString, styles: NumberStyles) throws(EvaluationError) -> Int16 { try p(t) }
    static func uint16(_ t: NetString, styles: NumberStyles) throws(EvaluationError) -> UInt16 { try p(t) }
    static func int32(_ t: NetString, styles: NumberStyles) throws(EvaluationError) -> Int32 { try p(t) }
    static func uint32(_ t: NetString, styles: NumberStyles) throws(EvaluationError) -> UInt32 { try p(t) }
    static func int64(_ t: NetString, styles: NumberStyles) throws(EvaluationError) -> Int64 { try p(t) }
    static func uint64(_ t: NetString, styles: NumberStyles) throws(EvaluationError) -> UInt64 { try p(t) }
    static func p<T: FixedWidthInteger>(_ t: NetString) throws(EvaluationError) -> T { guard let v = T(t.trimmed().string) else { throw .format() }; return v }
    static func double(_ t: NetString, styles: NumberStyles) throws(EvaluationError) -> Double { guard let v = Double(t.string) else { throw .format() }; return v }
    static func single(_ t: NetString, styles: NumberStyles) throws(EvaluationError) -> Float { guard let v = Float(t.string) else { throw .format() }; return v }
    static func decimal(_ t: NetString, styles: NumberStyles) throws(EvaluationError) -> NetDecimal { throw .format() }
}
extension NetDecimal: Comparable {
    public static func < (l: Self, r: Self) -> Bool { false }
    init(_ v: Int64) { self.init(low: v.magnitude, high: 0, scale: 0, isNegative: v < 0) }
    init(_ v: UInt64) { self.init(low: v, high: 0, scale: 0, isNegative: false) }
    init(_ v: Double) throws(EvaluationError) { throw .notSupported() }
    var double: Double { 0 }
    var uint64: UInt64? { nil }
    var int64: Int64? { nil }
    var negated: NetDecimal { self }
    func adding(_ o: NetDecimal) throws(EvaluationError) -> NetDecimal { self }
    func subtracting(_ o: NetDecimal) throws(EvaluationError) -> NetDecimal { self }
    func multiplied(by o: NetDecimal) throws(EvaluationError) -> NetDecimal { self }
    func divided(by o: NetDecimal) throws(EvaluationError) -> NetDecimal { self }
    func remainder(dividingBy o: NetDecimal) throws(EvaluationError) -> NetDecimal { self }
}
extension JToken {
    func stringValue() throws(EvaluationError) -> NetString? { tokenType == .null ? nil : try text() }
    func int32Value() throws(EvaluationError) -> Int32 { try NumberParsing.int32(text(), styles: .integer) }
    func int64Value() throws(EvaluationError) -> Int64 { try NumberParsing.int64(text(), styles: .integer) }
    func doubleValue() throws(EvaluationError) -> Double { 0 }
    func booleanValue() throws(EvaluationError) -> Bool { try text() == "True" }
    func decimalValue() throws(EvaluationError) -> NetDecimal { throw .notSupported() }
    func dateTimeValue() throws(EvaluationError) -> NetDateTime { throw .notSupported() }
    func guidValue() throws(EvaluationError) -> NetGuid { throw .notSupported() }
}
extension NetDateTime {
    public static func systemUTCNow() -> NetDateTime { .minValue }
    var roundTrip: String { jsonText }
}
