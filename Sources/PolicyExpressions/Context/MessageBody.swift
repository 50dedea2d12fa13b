/// The body of a message as expressions see it (`IMessageBody`).
///
/// Expressions run synchronously, so a body is in memory before one may read it: whoever evaluates asks
/// `CompiledExpression.bodiesRead` and buffers first. Reading consumes the content unless it asks to preserve it; what
/// was consumed is not forwarded.
public final class MessageBody: NetObject {
    /// Where the content is.
    public enum Content {
        /// In memory.
        case buffered([UInt8])
        /// Still in the stream of whoever made the message.
        case streaming
        /// Read without `preserveContent`.
        case consumed
    }

    /// Where the content is.
    public private(set) var content: Content

    /// Makes a body that is in memory.
    public init(_ bytes: [UInt8]) { content = .buffered(bytes) }

    /// Makes a body that is still in a stream.
    public init(streaming: Void) { content = .streaming }

    /// The type of a body in .NET.
    public override var type: TypeSymbol { .messageBody }

    /// The bytes that would be forwarded: nothing once the content was consumed, nil while it is still in its stream.
    public var forwardedBytes: [UInt8]? {
        switch content {
        case .buffered(let bytes): bytes
        case .consumed: []
        case .streaming: nil
        }
    }

    /// Whether the message came without content.
    var isAbsent: Bool {
        if case .buffered(let bytes) = content { bytes.isEmpty } else { false }
    }

    /// Supplies the bytes of a body that was still in its stream.
    public func buffer(_ bytes: [UInt8]) { content = .buffered(bytes) }

    /// How many bytes a reader would get.
    var byteCount: Int {
        if case .buffered(let bytes) = content { bytes.count } else { 0 }
    }

    /// Hands the bytes to a reader.
    ///
    /// - Parameter preserveContent: whether the content stays for the next reader.
    /// - Throws: `System.InvalidOperationException` when the content was consumed before or was not buffered.
    func read(preserveContent: Bool) throws(EvaluationError) -> [UInt8] {
        switch content {
        case .buffered(let bytes):
            if !preserveContent { content = .consumed }
            return bytes
        case .consumed:
            throw .invalidOperation("The message body has already been read and was not preserved.")
        case .streaming:
            throw .invalidOperation("The message body was not buffered before it was read.")
        }
    }
}
