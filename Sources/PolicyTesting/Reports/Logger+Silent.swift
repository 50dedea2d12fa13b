package import Logging

extension Logger {
    /// A logger that writes nothing: a report says what an operator's log would.
    package static var silent: Logger { Logger(label: "apim-policy") { _ in SwiftLogNoOpLogHandler() } }
}
