import ArgumentParser
import PolicyRuntime

/// How documents are read, for the commands that do not run them.
struct ReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Read a file without a policies root as the content of this section.", valueName: "inbound|backend|outbound|on-error"),
        transform: oneOf)
    var snippet: PolicySection?
    @Option(
        help: ArgumentHelp(
            "How expressions are written: as they are, escaped as XML, or found out for each.", valueName: "rawxml|xml|auto"),
        transform: oneOf)
    var form: DocumentForm = .auto

    var options: PolicyParsingOptions { PolicyParsingOptions(form: form, snippet: snippet) }
}

/// Reads the name of one of an enumeration's cases.
func oneOf<Choice: CaseIterable & RawRepresentable<String>>(_ text: String) throws -> Choice {
    guard let choice = Choice(rawValue: text) else {
        throw ValidationError("'\(text)' is none of \(Choice.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return choice
}
