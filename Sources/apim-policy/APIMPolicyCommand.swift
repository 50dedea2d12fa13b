import ArgumentParser

/// `apim-policy`: parses arguments, calls the library, prints.
@main
struct APIMPolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apim-policy",
        abstract: "Runs, checks and evaluates Azure API Management policies, on Linux, without Azure.",
        discussion: """
            Start with one of these:
              apim-policy run FOLDER          one request through a policy
              apim-policy check FILE          what is wrong with a policy document
              apim-policy test FOLDER         the tests of policies
              apim-policy eval 'EXPRESSION'   the value of a policy expression
              apim-policy explain POLICY      what a policy does, with examples
              apim-policy lint FILE           what a policy does other than it was meant
              apim-policy format FILE         the policy in one layout
              apim-policy diff FILE FILE      in what two policies differ
              apim-policy record import FILE  a recording of a browser, curl or trace

            Exit status: 0 done; 1 something was found (a refused document, an exception, a callout that no recording \
            answers); 2 wrong usage, or a file that cannot be read.
            """,
        version: "0.1.0",
        subcommands: [
            RunCommand.self, TestCommand.self, CheckCommand.self, EvalCommand.self, ExplainCommand.self, LintCommand.self,
            FormatCommand.self, DiffCommand.self, RecordCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            leave(after: error)
        }
    }

    /// Ends the process. ArgumentParser's 64 for wrong usage becomes 2.
    private static func leave(after error: any Error) -> Never {
        if let failure = error as? CommandFailure {
            Console.writeError(failure.text)
            exit(withCode: failure.status)
        }
        let code = exitCode(for: error)
        guard !code.isSuccess else { exit(withError: error) }
        Console.writeError(fullMessage(for: error) + "\n")
        exit(withCode: code == .validationFailure ? .usage : code)
    }

    private static func exit(withCode code: ExitCode) -> Never { exit(withError: code) }
}

/// Why a command ends early, and with which status. The text goes to standard error.
struct CommandFailure: Error {
    var status: ExitCode
    var text: String

    /// A refused document, an exception: what the command is there to find.
    static func findings(_ text: String) -> CommandFailure { CommandFailure(status: .findings, text: text) }
    /// A file that cannot be read, an option that makes no sense.
    static func usage(_ text: String) -> CommandFailure { CommandFailure(status: .usage, text: text) }
}

extension ExitCode {
    static let findings = ExitCode(1)
    static let usage = ExitCode(2)
}
