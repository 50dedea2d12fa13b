/// How large a document may be. Going beyond one is a diagnostic.
public struct DocumentLimits: Sendable, Hashable {
    /// Bytes of a document; by default 512 KiB, as in Azure.
    public var bytes: Int
    /// Elements inside of each other, at most 250: libxml2 stops at 256 itself.
    public var depth: Int
    /// Attributes of one element.
    public var attributes: Int

    /// Sets limits.
    public init(bytes: Int = 512 * 1024, depth: Int = 200, attributes: Int = 256) {
        (self.bytes, self.depth, self.attributes) = (bytes, min(depth, 250), attributes)
    }
}
