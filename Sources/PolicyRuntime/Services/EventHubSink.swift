import HTTPTypes
import PolicyCryptography
import PolicyExpressions

/// Sends the messages of `log-to-eventhub` to Azure Event Hubs, over its HTTPS API.
///
/// ```swift
/// let hub = EventHub(namespace: "contoso.servicebus.windows.net", name: "audit", keyName: "send", key: key)
/// let services = GatewayServices(transport: transport, events: EventHubSink(["audit": hub], over: transport))
/// ```
public struct EventHubSink: EventSink {
    private let hubs: [String: EventHub]
    private let transport: any HTTPTransport
    private let clock: any GatewayClock

    /// Makes a sink of the event hubs by the identifiers of their loggers.
    public init(_ hubs: [String: EventHub], over transport: any HTTPTransport, clock: any GatewayClock = SystemClock()) {
        (self.hubs, self.transport, self.clock) = (hubs, transport, clock)
    }

    /// Why a message was not taken.
    public enum Failure: Error, Sendable, Hashable {
        /// No event hub belongs to the logger.
        case unknownLogger(String)
        /// The event hub answered with a status of its own.
        case refused(status: Int)
    }

    /// Sends one message.
    ///
    /// - Throws: `Failure`, and what the transport throws.
    public func send(_ event: GatewayEvent) async throws {
        guard let hub = hubs[event.loggerID] else { throw Failure.unknownLogger(event.loggerID) }
        let response = try await transport.send(hub.request(for: event, at: clock.now))
        guard response.head.status.code / 100 == 2 else { throw Failure.refused(status: response.head.status.code) }
    }
}

/// An event hub, and the shared key that lets the gateway send to it.
public struct EventHub: Sendable {
    /// The host of the namespace, such as `contoso.servicebus.windows.net`.
    public var namespace: String
    /// The hub's name.
    public var name: String
    /// The name of the key.
    public var keyName: String
    private let key: [UInt8]

    /// Names an event hub.
    public init(namespace: String, name: String, keyName: String, key: String) {
        (self.namespace, self.name, self.keyName, self.key) = (namespace, name, keyName, Array(key.utf8))
    }

    /// How long a token holds. Each message has one of its own, so that it only has to last for the way.
    private static let tokenSeconds: Int64 = 300

    func request(for event: GatewayEvent, at now: NetDateTime) -> TransportRequest {
        let hub = "/" + QueryParameters.encode(name)
        var path = hub
        if case .id(let partition) = event.partition { path += "/partitions/" + QueryParameters.encode(partition) }
        var head = HTTPRequest(
            method: .post, scheme: "https", authority: namespace, path: path + "/messages?timeout=60&api-version=2014-01")
        head.headerFields[.authorization] = token(for: "https://" + namespace + hub, at: now)
        head.headerFields[.contentType] = "application/atom+xml;type=entry;charset=utf-8"
        if case .key(let key) = event.partition, let name = HTTPField.Name("BrokerProperties") {
            head.headerFields[name] = FieldText.asciiJSON(["PartitionKey": key])
        }
        return TransportRequest(head: head, body: .bytes(event.message), timeout: .seconds(60))
    }

    /// A shared access signature: what is signed is the resource and the second at which it ends.
    private func token(for resource: String, at now: NetDateTime) -> String {
        let epoch: Int64 = 621_355_968_000_000_000
        let (resource, end) = (QueryParameters.encode(resource), (now.ticks - epoch) / 10_000_000 + Self.tokenSeconds)
        let code = DigestAlgorithm.sha256.authenticationCode(of: Array("\(resource)\n\(end)".utf8), key: key)
        let signature = QueryParameters.encode(Base64.encode(code))
        return "SharedAccessSignature sr=\(resource)&sig=\(signature)&se=\(end)&skn=\(QueryParameters.encode(keyName))"
    }
}

extension FieldText {
    /// A JSON object for a header field: characters beyond ASCII are escaped.
    static func asciiJSON(_ members: KeyValuePairs<String, String>) -> String {
        "{" + members.map { "\(quoted($0.key)):\(quoted($0.value))" }.joined(separator: ",") + "}"
    }

    private static func quoted(_ text: String) -> String {
        "\""
            + text.utf16.map { unit in
                if unit >= 0x20, unit < 0x7F, unit != 0x22, unit != 0x5C { return String(UnicodeScalar(UInt8(unit))) }
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }.joined() + "\""
    }
}
