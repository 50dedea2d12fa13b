import PolicyExpressions

// At DotLiquid's level 20 these filters take regular expressions. Only Replace knows `$1` and the like in what it puts in.
extension LiquidFilter {
    static let patternFilters: [LiquidFilter] = [
        LiquidFilter("Replace", 1...2) { input, arguments, environment throws(EvaluationError) in
            guard input != .null, !arguments[0].text.isEmpty else { return input }
            let replacement = arguments.count > 1 ? arguments[1].text : NetString()
            return .string(try TextPattern(arguments[0].text).replacing(in: input.text, with: replacement, in: environment))
        },
        LiquidFilter("ReplaceFirst", 1...2) { input, arguments, environment throws(EvaluationError) in
            try replacingFirst(in: input, arguments[0], arguments.count > 1 ? arguments[1].text : NetString(), environment)
        },
        LiquidFilter("RemoveFirst", 1...1) { input, arguments, environment throws(EvaluationError) in
            try replacingFirst(in: input, arguments[0], NetString(), environment)
        },
    ]

    private static func replacingFirst(
        in input: LiquidValue, _ pattern: LiquidValue, _ replacement: NetString, _ environment: EvaluationEnvironment
    ) throws(EvaluationError) -> LiquidValue {
        guard input != .null, !pattern.text.isEmpty else { return input }
        return .string(try TextPattern(pattern.text).replacingFirst(in: input.text, with: replacement, in: environment))
    }

    /// Refuses what makes a text far beyond any limit before it is made.
    static func checkLength(_ count: Int, times length: Int) throws(EvaluationError) {
        let (product, overflow) = count.multipliedReportingOverflow(by: length)
        if overflow || product > 1 << 24 { throw .limit(.allocation, "A Liquid filter makes a text that is too long.") }
    }
}
