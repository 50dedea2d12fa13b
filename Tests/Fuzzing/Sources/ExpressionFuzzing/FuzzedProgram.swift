public import PolicyExpressions

/// One program of a run, made of its seed.
public struct FuzzedProgram: Sendable {
    /// The inside of `@( )` or `@{ }`.
    public let code: String
    /// Which of both it is.
    public let kind: ExpressionKind

    /// Makes the program of a seed.
    ///
    /// - Parameters:
    ///   - seed: the number that decides all.
    ///   - donors: programs that are mutated and from which pieces are taken; without them only the grammar is used.
    public init(seed: UInt64, donors: [FuzzedProgram] = []) {
        var random = SeededRandom(seed: seed)
        let base = donors.isEmpty || random.below(3) > 0 ? Self.generated(&random) : random.pick(donors)
        kind = base.kind
        code = random.oneIn(2) ? base.code : TokenMutation.mutated(base.code, donors: donors, random: &random)
    }

    /// Makes a program of its code.
    public init(code: String, kind: ExpressionKind) { (self.code, self.kind) = (code, kind) }

    private static func generated(_ random: inout SeededRandom) -> FuzzedProgram {
        let isBlock = random.below(3) > 0
        let depth = 3 + random.below(9), sizeLimit = 100 << random.below(7)
        let code = GrammarExpansion.text(
            of: isBlock ? "block" : "value", in: .csharp, depth: depth, sizeLimit: sizeLimit, random: &random)
        return FuzzedProgram(code: code, kind: isBlock ? .block : .single)
    }

    /// Whether the grammar defines all the rules that it names.
    public static var undefinedRules: Set<String> { Grammar.csharp.undefinedRules }
}
