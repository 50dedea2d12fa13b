import PolicyDiagnostics

extension Binder {
    /// The type that a type's syntax means.
    func bindType(_ syntax: TypeSyntax) -> TypeSymbol {
        switch syntax.kind {
        case .predefined(let type): return library.type(of: type)
        case .array(let element, let ranks):
            let bound = bindType(element)
            return bound == .error ? .error : ranks.reversed().reduce(bound) { .array($0, rank: $1) }
        case .nullable(let wrapped): return bindNullable(bindType(wrapped), syntax.range)
        case .named(_, let names): return bindNamedType(names, syntax.range)
        case .tuple(let elements): return .tuple(elements.map { bindType($0.type) }, names: elements.map { $0.name?.text })
        case .omitted, .missing: return .error
        }
    }

    private func bindNullable(_ wrapped: TypeSymbol, _ range: SourceRange) -> TypeSymbol {
        if wrapped == .error { return .error }
        if wrapped.isReferenceType || wrapped != wrapped.unwrapped {
            report("CS0453", "'\(wrapped)' can be null already, so '?' cannot follow it", range)
            return .error
        }
        return .nullable(wrapped)
    }

    private func bindNamedType(_ names: [SimpleNameSyntax], _ range: SourceRange) -> TypeSymbol {
        guard let last = names.last else { return .error }
        if names.count == 1 {
            if last.text == "dynamic" { return .dynamic }
            if last.typeArguments == nil, let type = lookUpType(last.text) { return type }
            if let type = library.type(named: last.text, arity: last.typeArguments?.count ?? 0) { return construct(type, last) }
        } else {
            let full = names.map(\.text).joined(separator: ".")
            if let type = library.type(fullName: full, arity: last.typeArguments?.count ?? 0) { return construct(type, last) }
        }
        let name = names.map(\.text).joined(separator: ".")
        if let other = library.types(named: last.text).first {
            let count = last.typeArguments?.count ?? 0
            report(
                other.arity == 0 ? "CS0308" : "CS0305", "'\(other.name)' takes \(other.arity) type arguments, and \(count) are written",
                range)
            return .error
        }
        report(
            "CS0246", "the type '\(name)' cannot be found among the types that expressions can use", range,
            hint: didYouMean(last.text, among: library.typeNames))
        return .error
    }

    private func construct(_ type: NetType, _ name: SimpleNameSyntax) -> TypeSymbol {
        noteUse(of: type, name.range)
        let arguments = (name.typeArguments ?? []).map(bindType)
        if arguments.contains(.error) { return .error }
        if NetType.valueTuples.contains(type) { return .tuple(arguments, names: arguments.map { _ in nil }) }
        if type === NetType.nullable, let wrapped = arguments.first { return bindNullable(wrapped, name.range) }
        return .named(type, arguments)
    }
}
