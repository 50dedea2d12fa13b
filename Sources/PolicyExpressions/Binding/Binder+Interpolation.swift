import PolicyDiagnostics

extension Binder {
    /// `$"…"`: a concatenation of its texts and of its values as `string.Format` would print them.
    func bindInterpolation(_ parts: [InterpolatedStringPartSyntax], _ range: SourceRange) -> BoundExpression {
        var bound: [BoundExpression] = []
        for part in parts {
            switch part {
            case .text(let text):
                bound.append(BoundExpression(.literal, .string, range, constant: .string(NetString(text))))
            case .interpolation(let value, let alignment, let format, let partRange):
                bound.append(bindHole(value, alignment, format, partRange))
            }
        }
        guard !bound.contains(where: \.isBad) else { return .bad(range) }
        if bound.isEmpty { return BoundExpression(.literal, .string, range, constant: .string("")) }
        // An interpolated string with values is never constant in C# 7.3, even when the values are.
        return BoundExpression(.concatenation(bound), .string, range)
    }

    private func bindHole(
        _ syntax: ExpressionSyntax, _ alignment: ExpressionSyntax?, _ format: StringLiteral?, _ range: SourceRange
    ) -> BoundExpression {
        let value = bindValue(syntax)
        guard !value.isBad else { return value }
        guard alignment != nil || format != nil else { return value.type == .void ? convert(value, to: .string) : value }
        let width =
            alignment.map { convert(bindValue($0), to: .int32) }
            ?? BoundExpression(.literal, .int32, range, constant: .int32(0))
        let text = format.map { Value.string(NetString($0)) } ?? .null
        let specifier = BoundExpression(.literal, .string, range, constant: text)
        guard !width.isBad else { return width }
        return BoundExpression(
            .call(CompositeFormatting.member, [convert(value, to: .object), width, specifier], typeArguments: []), .string, range)
    }
}
