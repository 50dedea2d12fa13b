extension ExpressionCompiler {
    /// What the inside of `@( )` or `@{ }` means, as a tree of operations; the statements of a block are the children of one node.
    ///
    /// - Returns: nil when the code has errors, which `compile(_:kind:)` reports.
    public func operation(of code: String, kind: ExpressionKind) -> Operation? {
        guard let (root, type) = boundRoot(of: code, kind: kind) else { return nil }
        var builder = OperationBuilder()
        switch root.form {
        case .expression(let bound): return builder.operation(bound)
        case .block(let statement, _):
            return Operation(.other, typeName: type.description, range: root.range, children: builder.operations(statement))
        }
    }
}
