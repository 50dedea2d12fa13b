public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Sends a message to the event hub of a logger, and does not wait for it.
public struct LogToEventHub: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "log-to-eventhub", category: .integration, sections: .all, scopes: [.global, .product, .api, .operation],
        summary: "Sends a message to the event hub of a logger, and does not wait for it.")

    /// The logger's identifier.
    public var loggerID: PolicyValue<String>
    /// The partition that gets the message.
    public var partitionID: PolicyValue<String>?
    /// What the partition is chosen by.
    public var partitionKey: PolicyValue<String>?
    /// The message.
    public var message: PolicyValue<String>

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        loggerID = element.attribute("logger-id", expressions: false, allowed: .notEmpty, "The logger's identifier.")
        partitionID = element.optionalAttribute(
            "partition-id", expressions: false, "The partition that gets the message; not with partition-key.")
        partitionKey = element.optionalAttribute(
            "partition-key", "What the partition is chosen by; not with partition-id.")
        message = element.text("The message; what is beyond 200 KB of it is cut off.")
    }

    /// What the service sends of a message at most.
    static let messageLimit = 200 * 1024

    /// Binds the message.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        if partitionID != nil, let partitionKey {
            scope.error(
                "invalid-combination", "'log-to-eventhub' takes 'partition-id' or 'partition-key', not both", at: partitionKey.span)
        }
        scope.require(.events)
        let logger = scope.bindText(loggerID).constant?.string ?? ""
        let partition = partitionID.flatMap { scope.bindText($0).constant?.string }
        let key = partitionKey.map { scope.bindText($0) }
        let message = scope.bindText(message)
        let position = scope.position
        return .immediate { context throws(PolicyError) in
            var event = GatewayEvent(loggerID: logger, message: Self.cut(try message(&context).withUTF8 { Array($0) }))
            if let partition { event.partition = .id(partition) }
            if let key { event.partition = .key(try key(&context).string) }
            context.send(event, at: position)
            return .proceed
        }
    }

    /// The message without what is beyond the limit; no character is cut in two.
    static func cut(_ message: [UInt8]) -> [UInt8] {
        guard message.count > messageLimit else { return message }
        var end = messageLimit
        while end > 0, message[end] & 0xC0 == 0x80 { end -= 1 }
        return Array(message[..<end])
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "the request goes on at once", in: .inbound,
            #"<log-to-eventhub logger-id="audit" partition-id="0">@(context.Request.Method + " " + context.Operation.Id)</log-to-eventhub>"#,
            expects: .status(200), .body(#"{"ok":true}"#))
    ]
}
