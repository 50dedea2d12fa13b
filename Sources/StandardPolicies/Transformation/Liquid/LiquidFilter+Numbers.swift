import PolicyExpressions

extension LiquidFilter {
    static let numberFilters: [LiquidFilter] = [
        LiquidFilter("Plus", 1...1) { input, arguments, _ throws(EvaluationError) in
            if case .string(let text) = input { return .string(text.concatenating(arguments[0].text)) }
            return try calculate(input, arguments[0], .plus)
        },
        LiquidFilter("Minus", 1...1) { input, arguments, _ throws(EvaluationError) in try calculate(input, arguments[0], .minus) },
        LiquidFilter("Times", 1...1) { input, arguments, _ throws(EvaluationError) in
            if case .string(let text) = input, case .integer(let count) = arguments[0] { return try repeated(text, count) }
            return try calculate(input, arguments[0], .times)
        },
        LiquidFilter("DividedBy", 1...1) { input, arguments, _ throws(EvaluationError) in try calculate(input, arguments[0], .dividedBy) },
        LiquidFilter("Modulo", 1...1) { input, arguments, _ throws(EvaluationError) in try calculate(input, arguments[0], .modulo) },
        LiquidFilter("Abs") { input, _, _ in .double(abs(input.number?.double ?? 0)) },
        LiquidFilter("AtLeast", 1...1) { input, arguments, _ in bounded(input, arguments[0], by: max) },
        LiquidFilter("AtMost", 1...1) { input, arguments, _ in bounded(input, arguments[0], by: min) },
        LiquidFilter("Round", 0...1) { input, arguments, _ throws(EvaluationError) in
            let digits = try whole(arguments.first, 0)
            guard let number = try? input.number?.decimal(), (0...28).contains(digits) else { return .null }
            return .decimal(number.rounded(digits))
        },
        LiquidFilter("Currency", 0...1, limitation: currencyLimitation) { input, arguments, _ throws(EvaluationError) in
            guard arguments.isEmpty else { throw .notSupported("This Liquid filter \(currencyRefusal).") }
            guard let number = try? input.number?.decimal() else { return input }
            return .string(try NumberFormatting.text(number, format: "C"))
        },
        LiquidFilter("Ceil") { input, _, _ in rounded(input, .up) },
        LiquidFilter("Floor") { input, _, _ in rounded(input, .down) },
    ]

    private static let currencyRefusal = "knows the invariant culture alone"

    @Sendable private static func currencyLimitation(_ arguments: [LiquidValue?]) -> String? {
        arguments.isEmpty ? nil : currencyRefusal
    }

    private enum Operation { case plus, minus, times, dividedBy, modulo }

    /// The longest text that `Times` repeats, in UTF-16 units.
    private static let maximumRepetition = 1 << 20

    private static func repeated(_ text: NetString, _ count: Int64) throws(EvaluationError) -> LiquidValue {
        let (length, overflow) = Int64(text.utf16Count).multipliedReportingOverflow(by: max(count, 0))
        guard !overflow, length <= maximumRepetition, count <= maximumRepetition else {
            throw .limit(.allocation, "The Liquid filter 'Times' makes a text that is too long.")
        }
        return .string(NetString(String(repeating: text.string, count: Int(max(count, 0)))))
    }

    private static func bounded(_ input: LiquidValue, _ bound: LiquidValue, by choose: (Double, Double) -> Double) -> LiquidValue {
        guard let number = input.number?.double, let bound = bound.number?.double else { return input }
        return .double(choose(number, bound))
    }

    private static func rounded(_ input: LiquidValue, _ rule: FloatingPointRoundingRule) -> LiquidValue {
        switch input.number {
        case .integer(let whole)?: .integer(whole)
        case let number?: .double(number.double.rounded(rule))
        case nil: .null
        }
    }

    /// Whole numbers stay whole; a decimal or a floating operand makes the result a decimal.
    private static func calculate(_ left: LiquidValue, _ right: LiquidValue, _ operation: Operation) throws(EvaluationError) -> LiquidValue
    {
        if left == .null || right == .null { return .null }
        guard let left = left.number, let right = right.number else { throw .format() }
        if case .integer(let left) = left, case .integer(let right) = right { return .integer(try whole(left, right, operation)) }
        guard let exactLeft = try? left.decimal(), let exactRight = try? right.decimal() else {
            return .double(floating(left.double, right.double, operation))
        }
        switch operation {
        case .plus: return .decimal(try exactLeft.adding(exactRight))
        case .minus: return .decimal(try exactLeft.subtracting(exactRight))
        case .times: return .decimal(try exactLeft.multiplied(by: exactRight))
        case .dividedBy: return .decimal(try exactLeft.divided(by: exactRight))
        case .modulo: return .decimal(try exactLeft.remainder(dividingBy: exactRight))
        }
    }

    private static func whole(_ left: Int64, _ right: Int64, _ operation: Operation) throws(EvaluationError) -> Int64 {
        let result: (partialValue: Int64, overflow: Bool)
        switch operation {
        case .plus: result = left.addingReportingOverflow(right)
        case .minus: result = left.subtractingReportingOverflow(right)
        case .times: result = left.multipliedReportingOverflow(by: right)
        case .dividedBy, .modulo:
            guard right != 0 else { throw .divideByZero }
            result = operation == .modulo ? left.remainderReportingOverflow(dividingBy: right) : left.dividedReportingOverflow(by: right)
        }
        if result.overflow { throw .arithmeticOverflow }
        return result.partialValue
    }

    private static func floating(_ left: Double, _ right: Double, _ operation: Operation) -> Double {
        switch operation {
        case .plus: left + right
        case .minus: left - right
        case .times: left * right
        case .dividedBy: left / right
        case .modulo: left.truncatingRemainder(dividingBy: right)
        }
    }
}
