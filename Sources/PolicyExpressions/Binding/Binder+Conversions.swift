import PolicyDiagnostics

extension Binder {
    // MARK: Implicit conversions

    /// Converts to a type that the context demands; reports when C# has no implicit conversion.
    func convert(_ value: BoundExpression, to type: TypeSymbol) -> BoundExpression {
        guard !value.isBad, type != .error else { return .bad(value.range) }
        if case .unboundLambda(let lambda) = value.kind { return bindLambda(lambda, to: type) }
        if let converted = implicitly(value, to: type) { return converted }
        if case .methodGroup(let group) = value.kind { return refuse(group, as: type, value.range) }
        if value.isNullLiteral { return fail("CS0037", "'\(type)' cannot be null", value.range, hint: "'\(type)?' can") }
        if let refused = refuseConstant(value, type) { return refused }
        if gatheringDiagnostics({ explicitly(value, to: type, value.range) }).0 != nil {
            return fail(
                "CS0266", "'\(value.type)' is not converted to '\(type)' without a cast", value.range,
                hint: "write '(\(type))' in front of it")
        }
        return fail("CS0029", "'\(value.type)' cannot be converted to '\(type)'", value.range)
    }

    /// Constants have errors of their own: a number that does not fit, a real literal that needs a suffix.
    private func refuseConstant(_ value: BoundExpression, _ type: TypeSymbol) -> BoundExpression? {
        guard value.constant != nil, let source = NumericType(value.type), let target = NumericType(type.unwrapped) else { return nil }
        if source == .double, target == .single || target == .decimal {
            let suffix = target == .single ? "F" : "M"
            return fail(
                "CS0664", "a literal of type 'double' is not converted to '\(type)' by itself", value.range,
                hint: "write '\(suffix)' behind the number")
        }
        // An int that does not fit, or a long that would be negative as a ulong.
        guard target.isIntegral, target != .char, source == .int32 || source == .int64 && target == .uint64 else { return nil }
        return fail("CS0031", "the constant does not fit into '\(type)'", value.range, hint: "write '(\(type))' in front of it")
    }

    /// The value converted, or nil when there is no implicit conversion.
    func implicitly(_ value: BoundExpression, to type: TypeSymbol) -> BoundExpression? {
        guard let conversion = implicitConversion(of: value, to: type) else { return nil }
        return apply(conversion, to: value, type, value.range)
    }

    /// C#'s implicit conversions of an expression (§10.2 of the language standard), constants included.
    func implicitConversion(of value: BoundExpression, to type: TypeSymbol) -> Conversion? {
        if value.isBad || type == .error { return .identity }
        if let structural = structuralConversion(of: value, to: type) { return structural.conversion }
        if let standard = standardImplicit(value, type) { return standard }
        return userDefined(from: value, to: type, explicit: false).map { .userDefined($0) }
    }

    /// What a form of expression converts to whatever its type is: lambdas, method groups, tuples.
    private func structuralConversion(of value: BoundExpression, to type: TypeSymbol) -> (conversion: Conversion?, Void)? {
        switch value.kind {
        case .unboundLambda(let lambda): return (converts(lambda, to: type) ? .delegate : nil, ())
        case .methodGroup(let group): return (bindMethodGroup(group, to: type, value.range) == nil ? nil : .delegate, ())
        case .unboundOut: return (.identity, ())
        case .unboundDefault: return (.defaultLiteral, ())
        case .unboundTuple(let elements): return (tupleConversion(elements.map(\.value), to: type), ())
        case .tuple(let elements) where type.tupleElements != nil: return (tupleConversion(elements, to: type), ())
        default:
            guard let source = value.type.tupleElements, type.tupleElements != nil else { return nil }
            return (tupleConversion(source.map { BoundExpression(.bad, $0, value.range) }, to: type), ())
        }
    }

    /// The conversion between types as such, user-defined ones left out.
    func standardConversion(from source: TypeSymbol, to type: TypeSymbol) -> Conversion? {
        let probe = BoundExpression(.bad, source, SourceRange(0, 0))
        if let structural = structuralConversion(of: probe, to: type) { return structural.conversion }
        return standardImplicit(probe, type)
    }

    private func tupleConversion(_ elements: [BoundExpression], to type: TypeSymbol) -> Conversion? {
        guard let targets = type.unwrapped.tupleElements, targets.count == elements.count else { return nil }
        return zip(elements, targets).allSatisfy({ implicitConversion(of: $0, to: $1) != nil }) ? .tuple : nil
    }

    private func refuse(_ group: MethodGroup, as type: TypeSymbol, _ range: SourceRange) -> BoundExpression {
        guard type.delegateSignature != nil else {
            return fail(
                "CS0428", "'\(group.name)' is a method and cannot become '\(type)'", range, hint: "write '\(group.name)(…)' to call it")
        }
        return fail("CS0123", "no overload of '\(group.name)' fits the delegate type '\(type)'", range)
    }

    private func standardImplicit(_ value: BoundExpression, _ type: TypeSymbol) -> Conversion? {
        let source = value.type
        if source == type || source == .dynamic && type == .object || source == .object && type == .dynamic { return .identity }
        if source == .dynamic { return .dynamic(isExplicit: false) }
        if type == .dynamic { return standardImplicit(value, .object) }
        if case .throwExpression = value.kind { return .nullLiteral }
        if source == .null { return type.isReferenceType || type != type.unwrapped ? .nullLiteral : nil }
        if case .nullable(let wrapped) = type {
            if case .nullable(let inner) = source { return NumericType.isImplicit(inner, wrapped) ? .liftedNumeric : nil }
            let inner = standardImplicit(value, wrapped)
            return inner == nil ? nil : .wrapNullable
        }
        if let constant = value.constant, NumericType.fits(constant, source, type) { return .numeric(isChecked: false) }
        if NumericType.isImplicit(source, type) { return .numeric(isChecked: false) }
        return source.inherits(from: type) ? (type.carrier == source.carrier ? .upcast : .boxing) : nil
    }

    // MARK: Explicit conversions

    /// The value cast, or nil when C# has no explicit conversion.
    func explicitly(_ value: BoundExpression, to type: TypeSymbol, _ range: SourceRange) -> BoundExpression? {
        if value.type == .dynamic, type != .dynamic, type != .object {
            return bindDynamic(.convert(type, isExplicit: true), [value], range)
        }
        if value.isTypeless { return implicitly(value, to: type) }
        if let conversion = standardImplicit(value, type) { return apply(conversion, to: value, type, range) }
        if let conversion = standardExplicit(value.type, type) { return apply(conversion, to: value, type, range) }
        guard let member = userDefined(from: value, to: type, explicit: true) else { return nil }
        return apply(.userDefined(member), to: value, type, range)
    }

    private func standardExplicit(_ source: TypeSymbol, _ type: TypeSymbol) -> Conversion? {
        let isNumeric = { (symbol: TypeSymbol) in NumericType(symbol) != nil || symbol.isEnumeration }
        if isNumeric(source), isNumeric(type) { return .numeric(isChecked: isChecked) }
        if case .nullable(let inner) = source {
            if case .nullable(let wrapped) = type { return isNumeric(inner) && isNumeric(wrapped) ? .liftedNumeric : nil }
            return inner == type || standardExplicit(inner, type) != nil ? .unwrapNullable : nil
        }
        if case .nullable(let wrapped) = type, isNumeric(source), isNumeric(wrapped) { return .wrapNullable }
        if source.carrier == .value, source == .object || source.isInterface || source == .dynamic { return .unboxing }
        guard source.isReferenceType, type.isReferenceType else { return nil }
        if type.inherits(from: source) || source.isInterface && !type.isSealed || type.isInterface && !source.isSealed { return .downcast }
        return nil
    }

    // MARK: User-defined conversions

    /// The conversion operator of either type, or of a base, that takes the value and gives the type.
    private func userDefined(from value: BoundExpression, to type: TypeSymbol, explicit: Bool) -> NetMember? {
        let owners = value.type.selfAndBases + type.unwrapped.selfAndBases
        let candidates = owners.flatMap { $0.definition?.members.conversions ?? [] }
            .filter { explicit || $0.kind == .implicitConversion }
        let exact = candidates.first { value.type.inherits(from: $0.parameters[0].type) && $0.result == type }
        if let exact { return exact }
        return candidates.first { candidate in
            let source = candidate.parameters[0].type
            let takes =
                source == value.type || value.type.inherits(from: source) || NumericType.isImplicit(value.type, source)
                || explicit && NumericType(value.type) != nil && NumericType(source) != nil
            return takes
                && (candidate.result == type || explicit && standardExplicit(candidate.result, type) != nil && candidate.result != .object)
        }
    }

    // MARK: Applying

    /// The bound node of a conversion; constants are converted at once.
    func apply(_ conversion: Conversion, to value: BoundExpression, _ type: TypeSymbol, _ range: SourceRange) -> BoundExpression {
        switch conversion {
        case .identity: return value.type == type ? value : BoundExpression(value.kind, type, range, constant: value.constant)
        case .wrapNullable:
            guard let inner = explicitly(value, to: type.unwrapped, range) else { return .bad(range) }
            return BoundExpression(.conversion(.wrapNullable, inner), type, range)
        case .unwrapNullable:
            let inner = BoundExpression(.conversion(.unwrapNullable, value), value.type.unwrapped, range)
            return inner.type == type ? inner : explicitly(inner, to: type, range) ?? .bad(range)
        case .userDefined(let member): return applyUserDefined(member, to: value, type, range)
        case .dynamic(let isExplicit): return bindDynamic(.convert(type, isExplicit: isExplicit), [value], range)
        case .defaultLiteral: return defaultValue(of: type, range)
        case .delegate: return applyDelegate(to: value, type, range)
        case .tuple: return convertTuple(value, to: type, range)
        case .numeric(let checked): return applyNumeric(checked, to: value, type, range)
        default: return BoundExpression(.conversion(conversion, value), type, range)
        }
    }

    private func applyDelegate(to value: BoundExpression, _ type: TypeSymbol, _ range: SourceRange) -> BoundExpression {
        switch value.kind {
        case .unboundLambda(let lambda): bindLambda(lambda, to: type)
        case .methodGroup(let group): bindMethodGroup(group, to: type, range) ?? .bad(range)
        default: .bad(range)
        }
    }

    private func applyUserDefined(_ member: NetMember, to value: BoundExpression, _ type: TypeSymbol, _ range: SourceRange)
        -> BoundExpression
    {
        guard let argument = explicitly(value, to: member.parameters[0].type, value.range) else { return .bad(range) }
        let call = BoundExpression(.call(member, [argument], typeArguments: []), member.result, range)
        return member.result == type ? call : explicitly(call, to: type, range) ?? .bad(range)
    }

    private func applyNumeric(_ checked: Bool, to value: BoundExpression, _ type: TypeSymbol, _ range: SourceRange) -> BoundExpression {
        guard let constant = value.constant else {
            return BoundExpression(.conversion(.numeric(isChecked: checked), value), type, range)
        }
        // A constant that does not fit is an error unless `unchecked` is written (CS0221).
        guard let converted = NumericType.convert(constant, from: value.type, to: type, isChecked: !isUnchecked) else {
            return fail(
                value.type == .decimal ? "CS0031" : "CS0221", "the constant does not fit into '\(type)'", range,
                hint: "write 'unchecked(…)' if that is meant")
        }
        return BoundExpression(.literal, type, range, constant: converted)
    }
}

extension TypeSymbol {
    var isInterface: Bool { definition?.kind == .interface }

    /// Whether nothing can derive from the type, so that a cast to an unrelated interface must fail.
    var isSealed: Bool {
        switch self {
        case .array, .anonymous: true
        case .named(let type, _): type === NetType.string
        default: false
        }
    }
}
