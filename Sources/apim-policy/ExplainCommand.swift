import ArgumentParser
import PolicyDiagnostics
import PolicyRuntime
import StandardPolicies

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Prints what a policy does: attributes, defaults, errors, examples.",
        discussion: """
            POLICY is the name of its element.

              apim-policy explain rate-limit-by-key

            Exit status 1 when there is no such policy.
            """)

    @Argument(help: ArgumentHelp("The policy's name.", valueName: "policy"))
    var policy: String

    func run() throws {
        guard let page = PolicyReference().text(of: policy) else {
            let hint = didYouMean(policy, among: KnownPolicies.names).map { "; \($0)" } ?? ""
            throw CommandFailure.findings("there is no policy '\(policy)'\(hint)\n")
        }
        Console.write(page)
    }
}
