/// What a delegate takes and gives.
struct DelegateSignature: Hashable {
    var parameters: [TypeSymbol]
    var result: TypeSymbol
}

extension NetType {
    /// `System.Func` by the number of its parameters, at most eight.
    static let functions: [NetType] = (0...8).map { NetType("System", "Func", arity: $0 + 1, .delegate, base: .named(.delegateBase, [])) }
    /// `System.Action` by the number of its parameters, at most eight.
    static let actions: [NetType] = (0...8).map { NetType("System", "Action", arity: $0, .delegate, base: .named(.delegateBase, [])) }
    /// `System.Predicate<T>`.
    static let predicate: NetType = NetType("System", "Predicate", arity: 1, .delegate, base: .named(.delegateBase, []))
    /// `System.Comparison<T>`.
    static let comparison: NetType = NetType("System", "Comparison", arity: 1, .delegate, base: .named(.delegateBase, []))
    /// `System.Converter<TInput, TOutput>`.
    static let converter: NetType = NetType("System", "Converter", arity: 2, .delegate, base: .named(.delegateBase, []))
    /// `System.Delegate`, the base of all delegates.
    static let delegateBase: NetType = NetType("System", "Delegate")

    static let delegates: [NetType] = functions + actions + [predicate, comparison, converter, delegateBase]
}

extension TypeSymbol {
    /// `Func<…>` of parameters and a result.
    static func function(_ parameters: [TypeSymbol], _ result: TypeSymbol) -> TypeSymbol {
        .named(NetType.functions[min(parameters.count, NetType.functions.count - 1)], parameters + [result])
    }

    /// `Action<…>` of parameters.
    static func action(_ parameters: [TypeSymbol]) -> TypeSymbol {
        .named(NetType.actions[min(parameters.count, NetType.actions.count - 1)], parameters)
    }

    /// What a delegate type takes and gives; nil for any other type.
    var delegateSignature: DelegateSignature? {
        guard case .named(let type, let arguments) = self, type.kind == .delegate else { return nil }
        switch type.name {
        case "Func": return DelegateSignature(parameters: Array(arguments.dropLast()), result: arguments.last ?? .object)
        case "Predicate": return DelegateSignature(parameters: arguments, result: .boolean)
        case "Comparison": return DelegateSignature(parameters: arguments + arguments, result: .int32)
        case "MatchEvaluator": return DelegateSignature(parameters: [.named(.regexMatch, [])], result: .string)
        case "Converter": return DelegateSignature(parameters: Array(arguments.prefix(1)), result: arguments.last ?? .object)
        default: return DelegateSignature(parameters: arguments, result: .void)
        }
    }
}
