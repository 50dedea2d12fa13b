public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Converts an XML body to JSON.
///
/// `direct` follows Newtonsoft's rules. Those of `javascript-friendly` are not published: here it is `direct` without the
/// marks of attributes and texts, without prefixes and declarations. Elements without content become null.
public struct XMLToJSON: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "xml-to-json", category: .transformation, sections: [.inbound, .outbound, .onError], summary: "Converts an XML body to JSON.")

    /// What the JSON looks like.
    public enum Kind: String, PolicyEnumeration, BindableType {
        /// Without marks of what was an attribute.
        case javascriptFriendly = "javascript-friendly"
        /// As the document is.
        case direct
    }

    /// When the body is converted.
    public enum Application: String, PolicyEnumeration, BindableType {
        /// Whatever the content type says.
        case always
        /// When the content type is one of XML.
        case contentTypeXML = "content-type-xml"
    }

    /// What the JSON looks like.
    public var kind: PolicyValue<Kind>
    /// When the body is converted.
    public var application: PolicyValue<Application>
    /// Whether the caller must ask for JSON.
    public var considersAcceptHeader: PolicyValue<Bool>
    /// Whether child elements that stand alone become arrays too.
    public var makesArrays: PolicyValue<Bool>

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        kind = element.attribute("kind", "Whether the JSON keeps the marks of attributes and prefixes.")
        application = element.attribute("apply", "Whether the content type of the message must be one of XML.")
        considersAcceptHeader = element.attribute(
            "consider-accept-header", default: true, "Whether the caller's Accept header must ask for JSON.")
        makesArrays = element.attribute(
            "always-array-child-elements", default: false, "Whether every child element becomes an array, not only repeated ones.")
    }

    /// Binds the options.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let (kind, application, makesArrays) = (scope.bind(kind), scope.bind(application), scope.bind(makesArrays))
        let side = MessageSide(of: scope.position.section)
        scope.readBodies(side.bodies)
        let conversion = BodyConversion(
            target: .json, side: side,
            appliesToContentType: { context throws(PolicyError) in try application(&context) == .contentTypeXML },
            considersAccept: scope.bind(considersAcceptHeader))
        return .immediate { context throws(PolicyError) in
            try conversion(&context) { context, body throws(PolicyError) in
                let converter = JSONFromXML(isDirect: try kind(&context) == .direct, makesArrays: try makesArrays(&context))
                return Array(converter.document(try ContentXMLReader.read(body)).compactText.utf8)
            }
            return .proceed
        }
    }

    /// Two examples.
    public static let examples = [
        PolicyExample(
            "the JSON follows the document", in: .outbound,
            #"<xml-to-json kind="direct" apply="always" consider-accept-header="false" />"#,
            answers: [("https://backend.example/", .init(body: #"<order id="7"><line>a</line><line>b</line></order>"#))],
            expects: .body(#"{"order":{"@id":"7","line":["a","b"]}}"#), .header("Content-Type", "application/json")),
        PolicyExample(
            "friendly to JavaScript: no marks", in: .outbound,
            #"<xml-to-json kind="javascript-friendly" apply="content-type-xml" consider-accept-header="false" />"#,
            answers: [
                (
                    "https://backend.example/",
                    .init(
                        headers: [("Content-Type", "text/xml")], body: #"<s:order xmlns:s="urn:s" id="7"><s:state>open</s:state></s:order>"#
                    )
                )
            ], expects: .body(#"{"order":{"id":"7","state":"open"}}"#)),
    ]
}
