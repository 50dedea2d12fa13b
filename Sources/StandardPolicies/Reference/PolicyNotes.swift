/// What the reference says of a policy besides what the policy declares.
struct PolicyNotes: Sendable {
    /// An error that a policy ends a request with.
    struct Failure: Sendable {
        /// The reason in `context.LastError`; nil where there is none.
        var reason: String?
        /// The status of the answer.
        var status: Int
        /// When it comes.
        var condition: String

        init(_ reason: String?, _ status: Int, _ condition: String) {
            (self.reason, self.status, self.condition) = (reason, status, condition)
        }
    }

    /// The errors of the policy's own.
    var errors: [Failure] = []
    /// What is done where the documentation is silent, or says two things; see Docs/Decisions/Quirks.md.
    var quirks: [String] = []
}
