import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// What tools ask of operations about `context`.
extension Operation {
    /// The node and everything below it.
    var subtree: [Operation] { [self] + children.flatMap(\.subtree) }

    /// The members that lead from `context` to the node: `["Request", "Headers"]`; nil where it does not begin with the context.
    var memberPath: [String]? {
        switch kind {
        case .context: []
        case .property(let name): children.first?.memberPath.map { $0 + [name] }
        case .conditionalAccess: children.first?.memberPath
        default: nil
        }
    }

    /// Whether the node is a member of the context, such as `["Request", "Body"]`.
    func isMember(_ path: String...) -> Bool { memberPath == path }

    /// Whether the node or something below it is a member of the context.
    func reads(_ path: String...) -> Bool { subtree.contains { $0.memberPath == path } }

    /// The text, where the node is constant text.
    var constantText: String? { if case .text(let text)? = constant { text } else { nil } }

    /// The truth value, where the node is constant.
    var constantBoolean: Bool? { if case .boolean(let value)? = constant { value } else { nil } }

    /// The node without casts, `??` and `?.` around it: where its value comes from first.
    var uncast: Operation {
        switch kind {
        case .cast, .conditionalAccess, .coalesce: children.first?.uncast ?? self
        default: self
        }
    }
}

/// An entry of one of the context's dictionaries that an expression asks for.
struct DictionaryAccess: Sendable {
    /// How the entry is asked for.
    enum Manner: Sendable, Hashable {
        /// `dictionary["name"]`, which throws where there is none.
        case indexer
        /// `GetValueOrDefault`, `TryGetValue`: there need not be one.
        case orDefault
        /// `ContainsKey`: only whether there is one.
        case contains
    }

    var name: String
    var manner: Manner
    var operation: Operation
}

extension Operation {
    /// The entry of a dictionary that the node asks for, if it does.
    func access(to path: [String]) -> DictionaryAccess? {
        guard let receiver = children.first?.uncast, receiver.memberPath == path, children.count > 1,
            let name = children[1].constantText
        else { return nil }
        switch kind {
        case .indexer: return DictionaryAccess(name: name, manner: .indexer, operation: self)
        case .call("GetValueOrDefault"), .call("TryGetValue"): return DictionaryAccess(name: name, manner: .orDefault, operation: self)
        case .call("ContainsKey"): return DictionaryAccess(name: name, manner: .contains, operation: self)
        default: return nil
        }
    }

    /// The entries of a dictionary of the context that the node and those below it ask for.
    func accesses(to path: String...) -> [DictionaryAccess] { subtree.compactMap { $0.access(to: path) } }
}

extension AnalyzedExpression {
    /// The entries of a dictionary of the context that the expression asks for.
    func accesses(to path: String...) -> [DictionaryAccess] { operations.compactMap { $0.access(to: path) } }

    /// Whether the expression reads a member of the context.
    func reads(_ path: String...) -> Bool { operations.contains { $0.memberPath == path } }
}
