/// A response that the definition of an operation shows, as `mock-response` gives it.
public struct ResponseExample: Sendable, Hashable {
    /// The status code that it is for.
    public var statusCode: Int32
    /// Its content type.
    public var contentType: String
    /// Its body.
    public var body: [UInt8]

    /// Makes an example.
    public init(statusCode: Int32, contentType: String, body: [UInt8]) {
        (self.statusCode, self.contentType, self.body) = (statusCode, contentType, body)
    }
}
