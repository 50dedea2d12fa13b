/// A numeric type of .NET: what the tables of its members need beside order and equality.
protocol NetNumber: NetOrderedValue {
    static var zero: Self { get }
    /// The styles of a `Parse` that is given none.
    static var defaultStyles: NumberStyles { get }
    /// Whether `Parse` can read hexadecimal digits.
    static var readsHexadecimal: Bool { get }
    static func read(_ text: NetString, _ styles: NumberStyles) -> NumberParsing.Outcome<Self>
    /// `ToString()`.
    func text() -> NetString
    /// `ToString(format)`.
    func text(format: NetString?) throws(EvaluationError) -> NetString
}

extension NetNumber {
    /// `Parse`.
    static func parse(_ text: NetString, _ styles: NumberStyles) throws(EvaluationError) -> Self {
        try styles.validate(for: Self.self)
        switch read(text, styles) {
        case .number(let number): return number
        case .malformed: throw .format()
        case .overflow: throw .overflow(symbol.definition?.name ?? "")
        }
    }

    /// `TryParse`: nil for what is no number of the type.
    static func tryParse(_ text: NetString?, _ styles: NumberStyles) throws(EvaluationError) -> Self? {
        try styles.validate(for: Self.self)
        guard let text, case .number(let number) = read(text, styles) else { return nil }
        return number
    }
}

extension NumberStyles {
    /// Throws ArgumentException for styles that do not exist or that the type cannot have.
    fileprivate func validate(for number: (some NetNumber).Type) throws(EvaluationError) {
        guard rawValue & ~0x3FF == 0 else { throw .argument("An undefined NumberStyles value is being used.", "style") }
        guard contains(.allowHexSpecifier) else { return }
        guard number.readsHexadecimal else {
            throw .argument("The number style AllowHexSpecifier is not supported on floating point data types.")
        }
        guard subtracting(.hexNumber).isEmpty else {
            throw .argument(
                "With the AllowHexSpecifier bit set in the enum bit field, the only other valid bits that can be combined into the enum value"
                    + " must be a subset of those in HexNumber.")
        }
    }
}

// MARK: - Integers

extension NetNumber where Self: FixedWidthInteger {
    static var defaultStyles: NumberStyles { .integer }
    static var readsHexadecimal: Bool { true }
    static func read(_ text: NetString, _ styles: NumberStyles) -> NumberParsing.Outcome<Self> {
        NumberParsing.readInteger(text, styles)
    }
    func text() -> NetString {
        Self.isSigned ? NumberFormatting.text(Int64(truncatingIfNeeded: self)) : NumberFormatting.text(UInt64(truncatingIfNeeded: self))
    }
    func text(format: NetString?) throws(EvaluationError) -> NetString {
        guard Self.isSigned else { return try NumberFormatting.text(UInt64(truncatingIfNeeded: self), format: format) }
        return try NumberFormatting.text(Int64(truncatingIfNeeded: self), format: format, bits: Self.bitWidth)
    }
}

extension Int8: NetNumber {}
extension UInt8: NetNumber {}
extension Int16: NetNumber {}
extension UInt16: NetNumber {}
extension Int32: NetNumber {}
extension UInt32: NetNumber {}
extension Int64: NetNumber {}
extension UInt64: NetNumber {}

// MARK: - Other numbers

extension Float: NetNumber {
    static var defaultStyles: NumberStyles { .floatDefault }
    static var readsHexadecimal: Bool { false }
    static func read(_ text: NetString, _ styles: NumberStyles) -> NumberParsing.Outcome<Float> { NumberParsing.readSingle(text, styles) }
    func text() -> NetString { NumberFormatting.text(self) }
    func text(format: NetString?) throws(EvaluationError) -> NetString { try NumberFormatting.text(self, format: format) }
}

extension Double: NetNumber {
    static var defaultStyles: NumberStyles { .floatDefault }
    static var readsHexadecimal: Bool { false }
    static func read(_ text: NetString, _ styles: NumberStyles) -> NumberParsing.Outcome<Double> { NumberParsing.readDouble(text, styles) }
    func text() -> NetString { NumberFormatting.text(self) }
    func text(format: NetString?) throws(EvaluationError) -> NetString { try NumberFormatting.text(self, format: format) }
}

extension NetDecimal: NetNumber {
    static var defaultStyles: NumberStyles { .number }
    static var readsHexadecimal: Bool { false }
    static func read(_ text: NetString, _ styles: NumberStyles) -> NumberParsing.Outcome<NetDecimal> {
        NumberParsing.readDecimal(text, styles)
    }
    func text() -> NetString { NumberFormatting.text(self) }
    func text(format: NetString?) throws(EvaluationError) -> NetString { try NumberFormatting.text(self, format: format) }
}

extension Int32: NetArrayElement {
    init?(element: Value) { self.init(simple: element) }
    var element: Value { simple }
}

extension Int64: NetArrayElement {
    init?(element: Value) { self.init(simple: element) }
    var element: Value { simple }
}
