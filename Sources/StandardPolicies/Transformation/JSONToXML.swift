public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Converts a JSON body to XML.
///
/// An object with one member becomes an element of its name. What has no single root is put into an element `Document`.
/// A name is split at the separator only where its first part is a declared prefix, since the default separator `_`
/// occurs in ordinary names.
public struct JSONToXML: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "json-to-xml", category: .transformation, sections: [.inbound, .outbound, .onError], summary: "Converts a JSON body to XML.")

    /// When the body is converted.
    public enum Application: String, PolicyEnumeration, BindableType {
        /// Whatever the content type says.
        case always
        /// When the content type is one of JSON.
        case contentTypeJSON = "content-type-json"
    }

    /// When the body is converted.
    public var application: PolicyValue<Application>
    /// Whether the caller must ask for XML.
    public var considersAcceptHeader: PolicyValue<Bool>
    /// Whether texts that look like dates are read as dates.
    public var parsesDates: PolicyValue<Bool>
    /// What stands between prefix and name.
    public var namespaceSeparator: PolicyValue<String>
    /// What declarations of namespaces begin with.
    public var namespacePrefix: PolicyValue<String>?
    /// The member whose own members become attributes.
    public var attributeBlockName: PolicyValue<String>?

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        application = element.attribute("apply", "Whether the content type of the message must be one of JSON.")
        considersAcceptHeader = element.attribute(
            "consider-accept-header", default: true, "Whether the caller's Accept header must ask for XML.")
        parsesDates = element.attribute(
            "parse-date", default: true, expressions: false, "Whether texts that look like dates are read and written as dates.")
        namespaceSeparator = element.attribute(
            "namespace-separator", default: "_", allowed: .oneCharacter, "What stands between the prefix and the rest of a name.")
        namespacePrefix = element.optionalAttribute("namespace-prefix", "What members begin with that declare namespaces.")
        attributeBlockName = element.optionalAttribute("attribute-block-name", "The member whose own members become attributes.")
    }

    /// Binds the options.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let (application, naming) = (scope.bind(application), BoundNaming(self, in: &scope))
        let side = MessageSide(of: scope.position.section)
        scope.readBodies(side.bodies)
        let conversion = BodyConversion(
            target: .xml, side: side,
            appliesToContentType: { context throws(PolicyError) in try application(&context) == .contentTypeJSON },
            considersAccept: scope.bind(considersAcceptHeader))
        return .immediate { context throws(PolicyError) in
            try conversion(&context) { context, body throws(PolicyError) in try naming.convert(body, &context) }
            return .proceed
        }
    }

    /// Two examples.
    public static let examples = [
        PolicyExample(
            "members become elements, lists repeat them", in: .outbound,
            #"<json-to-xml apply="always" consider-accept-header="false" />"#,
            answers: [("https://backend.example/", .init(body: #"{"order":{"id":7,"line":["a","b"],"note":null}}"#))],
            expects: .body("<order><id>7</id><line>a</line><line>b</line><note /></order>"), .header("Content-Type", "application/xml")),
        PolicyExample(
            "namespaces and attributes", in: .inbound,
            """
            <json-to-xml apply="always" consider-accept-header="false" namespace-separator=":" namespace-prefix="xmlns" \
            attribute-block-name="#attrs" />
            """,
            request: .init("POST", body: ##"{"s:Envelope":{"xmlns:s":"urn:soap","s:Body":{"#attrs":{"id":"1"},"text":"a"}}}"##),
            expects: .backendBody(#"<s:Envelope xmlns:s="urn:soap"><s:Body id="1"><text>a</text></s:Body></s:Envelope>"#)),
    ]
}

extension PolicyValueConstraint<String> {
    fileprivate static let oneCharacter = Self("one character") { $0.unicodeScalars.count == 1 }
}

/// The options of json-to-xml with their values bound.
private struct BoundNaming: Sendable {
    let parsesDates: Bool
    let separator: BoundValue<NetString>
    let prefix, attributeBlock: BoundValue<NetString>?

    init(_ policy: JSONToXML, in scope: inout CompilationScope) {
        parsesDates = scope.bind(policy.parsesDates).constant ?? true
        separator = scope.bindText(policy.namespaceSeparator)
        prefix = policy.namespacePrefix.map { scope.bindText($0) }
        attributeBlock = policy.attributeBlockName.map { scope.bindText($0) }
    }

    func convert(_ body: [UInt8], _ context: inout RequestContext) throws(PolicyError) -> [UInt8] {
        var converter = XMLFromJSON(
            separator: try separator(&context).string, namespacePrefix: try prefix?(&context).string,
            attributeBlock: try attributeBlock?(&context).string)
        do throws(EvaluationError) {
            let parse = { (utf8: UnsafeBufferPointer<UInt8>) throws(EvaluationError) in
                try JToken.parse(utf8: utf8, readsDates: parsesDates)
            }
            let token = try NetString(utf8: body).withUTF8(throwing: parse)
            return Array(try converter.document(token).utf8)
        } catch {
            throw PolicyError(nil, "The body cannot be converted to XML. " + error.message)
        }
    }
}
