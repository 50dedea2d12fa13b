import PolicyDiagnostics

extension Binder {
    // MARK: Simple names

    func bindName(_ name: SimpleNameSyntax, _ range: SourceRange) -> BoundExpression {
        let typeArguments = (name.typeArguments ?? []).map(bindType)
        if typeArguments.isEmpty {
            if name.text == "context" { return BoundExpression(.context, .context, range) }
            if let local = lookUpLocal(name.text) { return bindLocal(local, range) }
            if let type = lookUpType(name.text) { return BoundExpression(.typeName, type, range) }
        }
        if let function = lookUpFunction(name.text) { return methodGroup(of: function, typeArguments, range) }
        if isDeclaredLater(name.text), name.typeArguments == nil {
            return fail("CS0841", "the variable '\(name.text)' is used above its declaration", range)
        }
        if let type = library.type(named: name.text, arity: (name.typeArguments?.count ?? 0)) {
            return BoundExpression(.typeName, constructed(type, name), range)
        }
        if name.text == "ReferenceEquals" || name.text == "Equals" { return bindMember(name, of: objectType(range), range) }
        if library.isNamespace(name.text) { return BoundExpression(.namespaceName(name.text), .void, range) }
        return fail(
            "CS0103", "the name '\(name.text)' does not exist here", range,
            hint: didYouMean(name.text, among: localNames + ["context"] + library.typeNames))
    }

    /// An expression stands in a method of a class, so that what System.Object has needs no name in front of it.
    private func objectType(_ range: SourceRange) -> BoundExpression { BoundExpression(.typeName, .object, range) }

    private func bindLocal(_ local: LocalSymbol, _ range: SourceRange) -> BoundExpression {
        if local.isByReference, local.function !== function {
            return fail("CS1628", "the 'out' or 'ref' parameter '\(local.name)' cannot be used in a function within its function", range)
        }
        if let target = local.target {
            guard local.function === function else {
                return fail("CS8175", "the reference '\(local.name)' cannot be used in a function within its function", range)
            }
            return BoundExpression(target.kind, target.type, range)
        }
        return BoundExpression(.local(local), local.type, range, constant: local.constant)
    }

    func bindQualified(in namespace: String, _ name: SimpleNameSyntax, _ range: SourceRange) -> BoundExpression {
        let full = namespace.isEmpty ? name.text : "\(namespace).\(name.text)"
        if let type = library.type(fullName: full, arity: (name.typeArguments?.count ?? 0)) {
            return BoundExpression(.typeName, constructed(type, name), range)
        }
        if library.isNamespace(full) { return BoundExpression(.namespaceName(full), .void, range) }
        return fail("CS0234", "the namespace '\(namespace)' has no type '\(name.text)' that expressions can use", range)
    }

    private func constructed(_ type: NetType, _ name: SimpleNameSyntax) -> TypeSymbol {
        noteUse(of: type, name.range)
        return .named(type, (name.typeArguments ?? []).map(bindType))
    }

    // MARK: Members

    /// Binds what stands behind a dot. In front of parentheses, properties that are no delegates do not count (C# §12.5).
    func bindMember(
        _ name: SimpleNameSyntax, of receiver: BoundExpression, _ range: SourceRange, isInvoked: Bool = false
    ) -> BoundExpression {
        switch receiver.kind {
        case .bad: return .bad(range)
        case .namespaceName(let namespace): return bindQualified(in: namespace, name, range)
        case .typeName: return bindStaticMember(name, of: receiver.type, range)
        case .methodGroup(let group): return fail("CS0119", "'\(group.name)' is a method, which has no members", range)
        default: return bindInstanceMember(name, of: receiver, range, isInvoked: isInvoked)
        }
    }

    private func bindStaticMember(_ name: SimpleNameSyntax, of type: TypeSymbol, _ range: SourceRange) -> BoundExpression {
        guard type != .error else { return .bad(range) }
        for owner in type.selfAndBases {
            guard let members = owner.definition?.members else { continue }
            if let property = members.properties[name.text], property.isStatic {
                return call(property, [], typeArguments: owner.typeArguments, range)
            }
            let methods = (members.methods[name.text] ?? []).filter { $0.isStatic }
            if !methods.isEmpty { return methodGroup(name, nil, owner, methods, range) }
        }
        if let nested = type.definition.flatMap({ library.type(named: "\($0.name).\(name.text)", arity: 0) }) {
            return BoundExpression(.typeName, constructed(nested, name), range)
        }
        return fail(
            "CS0117", "'\(type)' has no static member '\(name.text)' that expressions can use", name.range,
            hint: didYouMean(name.text, among: type.memberNames))
    }

    private func bindInstanceMember(
        _ name: SimpleNameSyntax, of receiver: BoundExpression, _ range: SourceRange, isInvoked: Bool
    ) -> BoundExpression {
        guard !receiver.isBad else { return receiver }
        if receiver.isNullLiteral || receiver.type == .void {
            return fail("CS0023", "'.' cannot be applied to \(receiver.typeDescription)", range)
        }
        if receiver.type == .dynamic { return bindDynamic(.member(name), [receiver], range) }
        if let structural = bindStructuralMember(name.text, of: receiver, range) { return structural }
        if let special = bindIntrinsicMember(name, of: receiver, range) { return special }
        var methods: [NetMember] = []
        for owner in receiver.type.memberOwners {
            guard let members = owner.definition?.members, !owner.isHidden(name.text, in: receiver.type) else { continue }
            if methods.isEmpty, let property = members.properties[name.text], !property.isStatic,
                !isInvoked || property.result.substituting(owner.typeArguments).delegateSignature != nil
            {
                return call(property, [convert(receiver, to: owner)], typeArguments: owner.typeArguments, range)
            }
            for method in members.methods[name.text] ?? [] where !method.isStatic {
                let constructed = method.constructed(with: owner)
                // A derived type's method hides the base's with the same parameters.
                if !methods.contains(where: { $0.hides(constructed) }) { methods.append(constructed) }
            }
        }
        methods += library.extensionMethods(named: name.text).filter { isInvoked || accepts($0, receiver: receiver) }
        if !methods.isEmpty { return methodGroup(name, receiver, receiver.type, methods, range) }
        if isInvoked, receiver.type.memberNames.contains(name.text) {
            return fail("CS1955", "'\(name.text)' is not a method and cannot be called", range)
        }
        return fail(
            "CS1061", "'\(receiver.type)' has no member '\(name.text)' that expressions can use", name.range,
            hint: didYouMean(name.text, among: receiver.type.memberNames))
    }

    private func methodGroup(
        _ name: SimpleNameSyntax, _ receiver: BoundExpression?, _ type: TypeSymbol, _ methods: [NetMember], _ range: SourceRange
    ) -> BoundExpression {
        let group = MethodGroup(
            name: name.text, receiver: receiver, type: type, candidates: methods, typeArguments: (name.typeArguments ?? []).map(bindType))
        return BoundExpression(.methodGroup(group), .void, range)
    }

    /// `HasValue`, `Value` and `Length`, which belong to types that are built into the language.
    private func bindIntrinsicMember(_ name: SimpleNameSyntax, of receiver: BoundExpression, _ range: SourceRange) -> BoundExpression? {
        switch (receiver.type, name.text) {
        case (.nullable(let wrapped), "Value"):
            return BoundExpression(.conversion(.unwrapNullable, receiver), wrapped, range)
        case (.nullable, "HasValue"):
            return hasValue(receiver)
        default: return nil
        }
    }

    /// The node of a property or a constant.
    func call(_ member: NetMember, _ arguments: [BoundExpression], typeArguments: [TypeSymbol], _ range: SourceRange) -> BoundExpression {
        noteUse(of: member, range)
        noteBodiesRead(by: member, arguments)
        return BoundExpression(
            .call(member, arguments, typeArguments: typeArguments), member.result.substituting(typeArguments), range,
            constant: member.constant.map { Value($0, type: member.result) })
    }

    /// Remembers which bodies may be read: that of the request where the receiver is `context.Request`, that of the
    /// response where it is `context.Response`; a stored response is in memory already.
    private func noteBodiesRead(by member: NetMember, _ arguments: [BoundExpression]) {
        guard member.result == .messageBody, let receiver = arguments.first else { return }
        noteBodyRead(receiver.type == .request ? .request : .response)
    }

    // MARK: The allow-list

    func noteUse(of type: NetType, _ range: SourceRange) {
        guard !library.allows(type) else { return }
        noteNotAllowed("type '\(type.fullName)'", range)
    }

    func noteUse(of member: NetMember, _ range: SourceRange) {
        guard !member.isAllowed else { return }
        noteNotAllowed("member '\(member.name)'", range)
    }

    private func noteNotAllowed(_ what: String, _ range: SourceRange) {
        let message = "usage of \(what) is not supported within expressions by API Management"
        if strictTypes { report("type-not-allowed", message, range) } else { warn("type-not-allowed", message, range) }
    }
}

extension TypeSymbol {
    /// Whether a type implements this interface's members so that only the interface shows them: an array its list's.
    func isHidden(_ member: String, in type: TypeSymbol) -> Bool {
        guard case .array = type, isInterface else { return false }
        return member != "GetEnumerator"
    }

    /// The type and its base classes, nearest first.
    var selfAndBases: [TypeSymbol] {
        var result = [self]
        while let base = result[result.count - 1].baseType { result.append(base) }
        return result
    }

    /// The types whose instance members a value of this type has, nearest first.
    var memberOwners: [TypeSymbol] {
        guard case .named(let type, let arguments) = self else { return findMemberOwners() }
        return arguments.isEmpty ? type.memberOwners : type.memberOwners.map { $0.substituting(arguments) }
    }

    func findMemberOwners() -> [TypeSymbol] {
        var result: [TypeSymbol] = []
        func visit(_ type: TypeSymbol) {
            guard !result.contains(type) else { return }
            result.append(type)
            if let base = type.baseType { visit(base) }
            type.declaredInterfaces.forEach(visit)
        }
        if case .array = self { visit(.named(.array, [])) }
        if case .nullable(let wrapped) = self { result.append(.named(.nullable, [wrapped])) }
        if case .tuple(let elements, _) = self, (1...7).contains(elements.count) {
            result.append(.named(NetType.valueTuples[elements.count - 1], elements))
        }
        if isEnumeration { visit(.named(.enumerationBase, [])) }
        visit(self)
        if definition?.kind == .interface { visit(.object) }
        return result
    }

    var memberNames: [String] { memberOwners.flatMap { $0.definition?.members.names ?? [] } }
}
