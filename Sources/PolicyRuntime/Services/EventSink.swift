/// Takes the messages that policies log for others to process, such as those of `log-to-eventhub`.
public protocol EventSink: Sendable {
    /// Sends a message on. What it throws is logged; the request that the message is about has gone on long before.
    func send(_ event: GatewayEvent) async throws
}

/// A message for a logger.
public struct GatewayEvent: Sendable, Hashable {
    /// Where among the partitions of an event hub a message goes.
    public enum Partition: Sendable, Hashable {
        /// Anywhere.
        case any
        /// To the one of this identifier.
        case id(String)
        /// To the same one as all messages of this key.
        case key(String)
    }

    /// The identifier of the logger, as the document names it.
    public var loggerID: String
    /// The message.
    public var message: [UInt8]
    /// Where it goes.
    public var partition: Partition

    /// Makes a message.
    public init(loggerID: String, message: [UInt8], partition: Partition = .any) {
        (self.loggerID, self.message, self.partition) = (loggerID, message, partition)
    }
}
