import APIMPolicy

/// Expressions by themselves, compiled once and evaluated again and again, beside what compiled C# takes.
enum ExpressionBenchmarks {
    /// Repetitions with one context: the trees that an expression parses live as long as its request.
    private static let repetitions = 1_024
    /// What the ratio to C# should be at most; the loop costs a call for each of its thousand turns.
    private static func aim(_ id: String) -> Double { id == "E08" ? 10 : 4 }

    /// Measures the expressions with the given numbers, all where there are none.
    static func run(_ numbers: [String]) async throws {
        let origin = ReferenceExpression.hasOwnFigures ? "measured on this machine" : "measured elsewhere, .NET Core 3.1"
        Table.printHeading("Expressions (the ratio is to the minimum of compiled C#, \(origin))")
        var ratios: [Double] = []
        for item in try ReferenceExpression.all() where numbers.isEmpty || numbers.contains(item.id) {
            if let ratio = try await measure(item), item.id.hasPrefix("E") { ratios.append(ratio) }
        }
        print("Geometric mean of \(ratios.count) ratios, aim 1.5 at most: \(Table.fixed(Statistics.geometricMean(ratios), 2))")
    }

    /// Prints the row of an expression and gives its ratio; nil where there is none.
    private static func measure(_ item: ReferenceExpression) async throws -> Double? {
        let compilation = ExpressionCompiler().compile(item.code, kind: item.kind)
        guard let expression = compilation.expression else {
            print("\(item.id): not available: \(compilation.diagnostics.map(\.message).joined(separator: "; "))")
            return nil
        }
        _ = try expression.evaluate(in: try ReferenceExpression.makeContext())
        let measurement = try await Subject.measure([subject(item.id, expression)])[0]
        let remark = item.inCSharp.map { "C# \(Table.fixed($0.minimum, 0)) / \(Table.fixed($0.median, 0)) ns" } ?? "C# not measured"
        Table.print(
            Table.Row(name: item.id, measurement: measurement, baseline: item.inCSharp, aim: aim(item.id), remark: remark))
        return item.inCSharp.map { measurement.minimum / $0.minimum }
    }

    private static func subject(_ name: String, _ expression: CompiledExpression) -> Subject {
        Subject(name) { count in
            try (0..<(count + repetitions - 1) / repetitions).map { _ in try ReferenceExpression.makeContext() }
        } run: { contexts, count in
            var left = count
            for context in contexts {
                for _ in 0..<min(left, repetitions) { Sink.value = try expression.evaluate(in: context) }
                left -= repetitions
            }
            contexts.removeAll()
        }
    }
}

/// Where results go, as the C# program keeps them in a static field.
private enum Sink {
    nonisolated(unsafe) static var value = Value.null
}
