import PolicyDiagnostics

extension Binder {
    /// `new { Name = value, other.Name }`.
    func bindAnonymousObject(_ members: [AnonymousMemberSyntax], _ range: SourceRange) -> BoundExpression {
        var values: [BoundExpression] = []
        var types: [TypeSymbol.AnonymousMember] = []
        for member in members {
            let value = bindValue(member.expression)
            guard let name = member.name?.text ?? member.expression.lastName else {
                return fail("CS0746", "this member of the anonymous object needs a name", member.range, hint: "write 'Name = …'")
            }
            if value.isNullLiteral {
                return fail("CS0828", "a member of an anonymous object cannot be 'null' without a type", member.range, hint: "cast it")
            }
            if types.contains(where: { $0.name == name }) {
                report("CS0833", "the anonymous object has two members named '\(name)'", member.range)
            }
            values.append(value)
            types.append(.init(name: name, type: value.type))
        }
        guard !values.contains(where: \.isBad) else { return .bad(range) }
        return BoundExpression(.anonymousObject(values), .anonymous(types), range)
    }

    func bindTypeOf(_ syntax: TypeSyntax, _ range: SourceRange) -> BoundExpression {
        let type = bindType(syntax)
        return type == .error ? .bad(range) : BoundExpression(.typeOf(type), .named(.systemType, []), range)
    }

    func bindSizeOf(_ syntax: TypeSyntax, _ range: SourceRange) -> BoundExpression {
        let type = bindType(syntax)
        guard type != .error else { return .bad(range) }
        if type.isReferenceType { return fail("CS0208", "'\(type)' is a reference type, which has no size", range) }
        guard let size = NumericType(type)?.byteCount ?? (type == .boolean ? 1 : nil) else {
            return fail("CS0233", "'sizeof(\(type))' is not a constant", range)
        }
        return BoundExpression(.literal, .int32, range, constant: .int32(size))
    }
}
