package import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// The reference of the rules, made of what the rules say of themselves.
public struct LintReference: Sendable {
    private let rules: [LintRule]

    /// Makes a reference.
    public init(rules: [LintRule] = LintRule.all) { self.rules = rules }

    /// The page `Docs/Lint.md`.
    public var page: String {
        let groups = LintRule.Category.allCases.map { category -> String in
            let group = rules.filter { $0.category == category }
            let sections = group.map { section(of: $0) }.joined(separator: "\n")
            return "## \(category.rawValue)\n\n\(Self.table(of: group))\n\(sections)"
        }
        return Self.introduction + "\n" + groups.joined(separator: "\n")
    }

    /// The entry of one rule, as `lint --explain` prints it.
    public func section(of rule: LintRule) -> String {
        let fix = rule.isFixable ? " `--fix` mends it where that is safe." : ""
        return """
            ### \(rule.code.rawValue)

            \(rule.summary) (\(rule.severity.rawValue))

            \(rule.explanation)\(fix)

            Found:

            ```xml
            \(rule.bad)
            ```

            Not found:

            ```xml
            \(rule.good)
            ```

            """
    }

    /// The list of the rules, a line each.
    public var list: String {
        let width = rules.map { $0.code.rawValue.count }.max() ?? 0
        return rules.map { rule in
            let code = rule.code.rawValue + String(repeating: " ", count: width - rule.code.rawValue.count)
            let severity = rule.severity.rawValue + String(repeating: " ", count: 7 - rule.severity.rawValue.count)
            return "\(code)  \(severity)  \(rule.isFixable ? "fix" : "   ")  \(rule.summary)\n"
        }.joined()
    }

    /// The list for machines.
    package var json: JSON {
        let entries = rules.map { rule -> JSON in
            [
                "code": .string(rule.code.rawValue), "severity": .string(rule.severity.rawValue),
                "category": .string(rule.category.rawValue), "summary": .string(rule.summary), "explanation": .string(rule.explanation),
                "fixable": .boolean(rule.isFixable),
            ]
        }
        return ["version": .integer(1), "rules": .array(entries)]
    }

    private static func table(of rules: [LintRule]) -> String {
        "| rule | severity | finds | fix |\n|---|---|---|---|\n"
            + rules.map { rule in
                "| [\(rule.code.rawValue)](#\(rule.code.rawValue)) | \(rule.severity.rawValue) | \(rule.summary) | \(rule.isFixable ? "yes" : "") |\n"
            }.joined()
    }

    private static let introduction = """
        # What `apim-policy lint` finds

        Documents that are accepted and do something else than was meant. This page is made of the rules; to make it anew:
        `UPDATE_REFERENCE=1 swift test --filter LintReferenceTests`.

        A finding that is meant is silenced by a comment before the element, or for the whole file, with the reason behind the codes:

        ```xml
        <!-- apim-policy-lint: disable=lint-counter-key-constant one limit for all callers together -->
        <!-- apim-policy-lint: disable-file=lint-missing-base,lint-jsonp this API stands alone -->
        ```

        `lint --fix` puts in what is safe: it changes nothing that the policy was meant to do.

        """
}
