/// A number that LINQ sums up.
protocol SummableNumber: NetNullable, Sendable where OptionalNode == ValueNode {
    associatedtype Mean: NetNullable, Sendable where Mean.OptionalNode == ValueNode
    /// What sums are made in.
    associatedtype Total: Sendable
    static var emptyTotal: Total { get }
    /// The number in a boxed value of its type.
    static func number(_ value: Value) -> Self?
    static func add(_ number: Self, to total: Total) throws(EvaluationError) -> Total
    static func sum(_ total: Total) throws(EvaluationError) -> Self
    static func mean(_ total: Total, count: Int64) throws(EvaluationError) -> Mean
}

extension Int32: SummableNumber {
    static var emptyTotal: Int64 { 0 }
    static func number(_ value: Value) -> Int32? { Int32(simple: value) }
    static func add(_ number: Int32, to total: Int64) throws(EvaluationError) -> Int64 { total &+ Int64(number) }
    static func sum(_ total: Int64) throws(EvaluationError) -> Int32 {
        guard let sum = Int32(exactly: total) else { throw .arithmeticOverflow }
        return sum
    }
    static func mean(_ total: Int64, count: Int64) throws(EvaluationError) -> Double { Double(total) / Double(count) }
}

extension Int64: SummableNumber {
    static var emptyTotal: Int64 { 0 }
    static func number(_ value: Value) -> Int64? { Int64(simple: value) }
    static func add(_ number: Int64, to total: Int64) throws(EvaluationError) -> Int64 {
        let (sum, overflows) = total.addingReportingOverflow(number)
        if overflows { throw .arithmeticOverflow }
        return sum
    }
    static func sum(_ total: Int64) throws(EvaluationError) -> Int64 { total }
    static func mean(_ total: Int64, count: Int64) throws(EvaluationError) -> Double { Double(total) / Double(count) }
}

extension Double: SummableNumber {
    static var emptyTotal: Double { 0 }
    static func number(_ value: Value) -> Double? { Double(simple: value) }
    static func add(_ number: Double, to total: Double) throws(EvaluationError) -> Double { total + number }
    static func sum(_ total: Double) throws(EvaluationError) -> Double { total }
    static func mean(_ total: Double, count: Int64) throws(EvaluationError) -> Double { total / Double(count) }
}

extension Float: SummableNumber {
    static var emptyTotal: Double { 0 }
    static func number(_ value: Value) -> Float? { Float(simple: value) }
    static func add(_ number: Float, to total: Double) throws(EvaluationError) -> Double { total + Double(number) }
    static func sum(_ total: Double) throws(EvaluationError) -> Float { Float(total) }
    static func mean(_ total: Double, count: Int64) throws(EvaluationError) -> Float { Float(total / Double(count)) }
}

extension NetDecimal: SummableNumber {
    static var emptyTotal: NetDecimal { NetDecimal(Int32(0)) }
    static func number(_ value: Value) -> NetDecimal? { NetDecimal(unboxing: value) }
    static func add(_ number: NetDecimal, to total: NetDecimal) throws(EvaluationError) -> NetDecimal { try total.adding(number) }
    static func sum(_ total: NetDecimal) throws(EvaluationError) -> NetDecimal { total }
    static func mean(_ total: NetDecimal, count: Int64) throws(EvaluationError) -> NetDecimal {
        try total.divided(by: NetDecimal(count))
    }
}

extension NetType {
    static var linqNumbers: [NetMember] {
        totals(Int32.self) + totals(Int64.self) + totals(Double.self) + totals(Float.self) + totals(NetDecimal.self)
            + optionalTotals(Int32.self) + optionalTotals(Int64.self) + optionalTotals(Double.self) + optionalTotals(Float.self)
            + optionalTotals(NetDecimal.self) + extremes("Min", "smallest", wanted: -1) + extremes("Max", "largest", wanted: 1)
    }

    private static func totals<N: SummableNumber>(_ type: N.Type) -> [NetMember] {
        [
            .extensionMethod(
                "Sum", "The sum of the numbers.", ["source"],
                NetBody(framed: { (frame: inout Frame, source: SequenceOf<N>) throws(EvaluationError) -> N in
                    try N.sum(try Totals<N>.of(source.object, nil, &frame).total)
                })),
            .extensionMethod(
                "Sum", "The sum of the numbers that the selector gives.", ["source", "selector"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, source: SequenceOf<TypeParameter0>, selector: Function1<TypeParameter0, N>)
                        throws(EvaluationError) -> N in
                    try N.sum(try Totals<N>.of(source.object, selector.delegate, &frame).total)
                })),
            .extensionMethod(
                "Average", "The mean of the numbers.", ["source"],
                NetBody(framed: { (frame: inout Frame, source: SequenceOf<N>) throws(EvaluationError) -> N.Mean in
                    try Totals<N>.of(source.object, nil, &frame).mean()
                })),
            .extensionMethod(
                "Average", "The mean of the numbers that the selector gives.", ["source", "selector"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, source: SequenceOf<TypeParameter0>, selector: Function1<TypeParameter0, N>)
                        throws(EvaluationError) -> N.Mean in
                    try Totals<N>.of(source.object, selector.delegate, &frame).mean()
                })),
        ]
    }

    private static func optionalTotals<N: SummableNumber>(_ type: N.Type) -> [NetMember] {
        [
            .extensionMethod(
                "Sum", "The sum of the numbers, nulls left out.", ["source"],
                NetBody(framed: { (frame: inout Frame, source: SequenceOf<N?>) throws(EvaluationError) -> N? in
                    try N.sum(try Totals<N>.of(source.object, nil, &frame).total)
                })),
            .extensionMethod(
                "Sum", "The sum of the numbers that the selector gives, nulls left out.", ["source", "selector"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, source: SequenceOf<TypeParameter0>, selector: Function1<TypeParameter0, N?>)
                        throws(EvaluationError) -> N? in
                    try N.sum(try Totals<N>.of(source.object, selector.delegate, &frame).total)
                })),
            .extensionMethod(
                "Average", "The mean of the numbers, nulls left out; null without numbers.", ["source"],
                NetBody(framed: { (frame: inout Frame, source: SequenceOf<N?>) throws(EvaluationError) -> N.Mean? in
                    let totals = try Totals<N>.of(source.object, nil, &frame)
                    return totals.count == 0 ? nil : try totals.mean()
                })),
            .extensionMethod(
                "Average", "The mean of the numbers that the selector gives, nulls left out; null without numbers.",
                ["source", "selector"], typeParameters: 1,
                NetBody(framed: {
                    (frame: inout Frame, source: SequenceOf<TypeParameter0>, selector: Function1<TypeParameter0, N?>)
                        throws(EvaluationError) -> N.Mean? in
                    let totals = try Totals<N>.of(source.object, selector.delegate, &frame)
                    return totals.count == 0 ? nil : try totals.mean()
                })),
        ]
    }

    /// `Min` and `Max` of any type that has an order: .NET's forms for numbers give the same.
    private static func extremes(_ name: String, _ word: String, wanted: Int32) -> [NetMember] {
        [
            .extensionMethod(
                name, "The \(word) element; null of none, where the type has a null.", ["source"], typeParameters: 1,
                NetBody(framedGeneric: {
                    (frame: inout Frame, types: TypeArguments, source: SequenceOf<TypeParameter0>) throws(EvaluationError) -> TypeParameter0
                    in
                    TypeParameter0(try source.extreme(nil, wanted, types[0], &frame))
                })),
            .extensionMethod(
                name, "The \(word) of what the selector gives.", ["source", "selector"], typeParameters: 2,
                NetBody(framedGeneric: {
                    (
                        frame: inout Frame, types: TypeArguments, source: SequenceOf<TypeParameter0>,
                        selector: Function1<TypeParameter0, TypeParameter1>
                    ) throws(EvaluationError) -> TypeParameter1 in
                    TypeParameter1(try source.extreme(selector.delegate, wanted, types[1], &frame))
                })),
        ]
    }
}

/// The sum and the number of numbers.
private struct Totals<N: SummableNumber> {
    var total = N.emptyTotal
    var count: Int64 = 0

    /// Nulls count for nothing.
    static func of(_ source: NetObject, _ selector: NetDelegate?, _ frame: inout Frame) throws(EvaluationError) -> Totals {
        var totals = Totals()
        _ = try source.walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
            let value = try selector?.invoke(element, &frame) ?? element
            guard let number = N.number(value) else { return true }
            totals.total = try N.add(number, to: totals.total)
            totals.count += 1
            return true
        }
        return totals
    }

    func mean() throws(EvaluationError) -> N.Mean {
        guard count > 0 else { throw .noElements }
        return try N.mean(total, count: count)
    }
}

extension SequenceOf {
    fileprivate func extreme(
        _ selector: NetDelegate?, _ wanted: Int32, _ type: TypeSymbol, _ frame: inout Frame
    ) throws(EvaluationError) -> Value {
        var best: Value?
        try walk(&frame) { (element: Value, frame: inout Frame) throws(EvaluationError) -> Bool in
            let value = try selector?.invoke(element, &frame) ?? element
            guard !value.isNull else { return true }
            if let known = best, try ValueOrder.compare(value, known).signum() != wanted { return true }
            best = value
            return true
        }
        if let best { return best }
        guard type.isReferenceType || type.isNullable else { throw .noElements }
        return .null
    }
}
