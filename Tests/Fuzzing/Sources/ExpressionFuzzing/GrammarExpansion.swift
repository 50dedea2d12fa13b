/// Makes one program from a grammar.
struct GrammarExpansion {
    private struct Scope {
        var variables: [(type: String, name: String)] = []
    }

    private let grammar: Grammar
    private let sizeLimit: Int
    private var random: SeededRandom
    private var scopes = [Scope()]
    private var names = 0
    private var text = ""

    private init(_ grammar: Grammar, _ sizeLimit: Int, _ random: SeededRandom) {
        (self.grammar, self.sizeLimit, self.random) = (grammar, sizeLimit, random)
    }

    /// The text that a rule gives.
    ///
    /// - Parameters:
    ///   - depth: how many rules may stand within each other before only the shortest alternatives are taken.
    ///   - sizeLimit: the number of bytes from which on only the shortest alternatives are taken.
    static func text(of rule: String, in grammar: Grammar, depth: Int, sizeLimit: Int, random: inout SeededRandom) -> String {
        var expansion = GrammarExpansion(grammar, sizeLimit, random)
        expansion.expand(rule, depth)
        random = expansion.random
        return expansion.text
    }

    private mutating func expand(_ rule: String, _ depth: Int) {
        let alternatives = (grammar.rules[rule] ?? []).filter { $0.requiredVariables.allSatisfy(hasVariable) }
        let affordable = text.utf8.count < sizeLimit ? alternatives.filter { $0.height <= depth } : []
        guard affordable.isEmpty else { return expand(random.pick(affordable), depth) }
        if let shortest = alternatives.min(by: { $0.height < $1.height }) { expand(shortest, depth) }
    }

    private mutating func expand(_ alternative: Grammar.Alternative, _ depth: Int) {
        var declared: [(type: String, name: String)] = []
        for element in alternative.elements {
            switch element {
            case .text(let part): text += part
            case .rule(let name): expand(name, depth - 1)
            case .parameter(let type): scopes[scopes.count - 1].variables.append((type, appendFreshName()))
            case .declaration(let type): declared.append((type, appendFreshName()))
            case .variable(let type), .requiredVariable(let type): appendVariable(type, depth)
            case .scopeStart: scopes.append(Scope())
            case .scopeEnd: if scopes.count > 1 { scopes.removeLast() }
            }
        }
        scopes[scopes.count - 1].variables += declared
    }

    private mutating func appendFreshName() -> String {
        names += 1
        let name = "v\(names)"
        text += name
        return name
    }

    private func hasVariable(of type: String) -> Bool { scopes.contains { $0.variables.contains { $0.type == type } } }

    private mutating func appendVariable(_ type: String, _ depth: Int) {
        let candidates = scopes.flatMap(\.variables).filter { $0.type == type }
        guard candidates.isEmpty else { return text += random.pick(candidates).name }
        expand(type, depth - 1)
    }
}
