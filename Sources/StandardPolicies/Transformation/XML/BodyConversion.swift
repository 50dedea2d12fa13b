import PolicyExpressions
import PolicyRuntime

/// When a body is converted from one format into the other: what json-to-xml and xml-to-json have in common.
struct BodyConversion: Sendable {
    let target: MediaFormat
    let side: MessageSide
    /// Whether the content type decides.
    let appliesToContentType: @Sendable (inout RequestContext) throws(PolicyError) -> Bool
    let considersAccept: BoundValue<Bool>

    /// Converts the body if there is one and the headers ask for it. The content type then says what the body is.
    func callAsFunction(
        _ context: inout RequestContext, _ convert: (inout RequestContext, [UInt8]) throws(PolicyError) -> [UInt8]
    ) throws(PolicyError) {
        let source: MediaFormat = target == .json ? .xml : .json
        guard let body = side.body(in: context), !body.isEmpty else { return }
        if try appliesToContentType(&context), !source.isContentType(of: side.headers(in: context)) { return }
        if try considersAccept(&context), !target.isAccepted(by: context.gateway.request.headers) { return }
        side.replaceBody(in: &context, with: try convert(&context, body))
        side.headers(in: context)?["Content-Type"] = [target.mediaType]
    }
}
