/// The type and value of a literal (C# §6.4.5).
enum LiteralValue {
    /// The value is nil when the number does not fit.
    static func of(_ literal: LiteralSyntax) -> (TypeSymbol, Value?) {
        switch literal {
        case .null: (.null, .null)
        case .boolean(let boolean): (.boolean, .boolean(boolean))
        case .integer(let integer): integerValue(integer)
        case .real(let real): realValue(real)
        case .character(let unit): (.char, .char(unit))
        case .string(let text): (.string, .string(NetString(text)))
        }
    }

    /// The first of int, uint, long and ulong that holds the value and agrees with the suffix.
    private static func integerValue(_ literal: IntegerLiteral) -> (TypeSymbol, Value?) {
        let magnitude = literal.magnitude
        if !literal.isUnsigned, !literal.isLong, let number = Int32(exactly: magnitude) { return (.int32, .int32(number)) }
        if !literal.isLong, let number = UInt32(exactly: magnitude) { return (.uint32, .uint32(number)) }
        if !literal.isUnsigned, let number = Int64(exactly: magnitude) { return (.int64, .int64(number)) }
        return (.uint64, .uint64(magnitude))
    }

    private static func realValue(_ literal: RealLiteral) -> (TypeSymbol, Value?) {
        switch literal.suffix {
        case .decimal: return (.decimal, (try? NumberParsing.decimal(NetString(literal.text), styles: .float)).map { .decimal($0) })
        case .float: return (.single, Float(literal.text).flatMap { $0.isFinite ? .single($0) : nil })
        case .none, .double: return (.double, Double(literal.text).flatMap { $0.isFinite ? .double($0) : nil })
        }
    }
}

extension NetString {
    init(_ literal: StringLiteral) {
        switch literal {
        case .text(let text): self.init(text)
        case .units(let units): self.init(utf16: units)
        }
    }
}
