public import PolicyRuntime
import PolicyDiagnostics
import PolicyExpressions

/// Transforms an XML body with an XSLT 1.0 stylesheet.
///
/// The stylesheet is compiled with the policy. It cannot import others, and reaches neither files nor the network. The
/// content type stays as it is. A parameter has the attribute `name`, as in the reference's examples, or
/// `parameter-name`, as in its statement.
public struct XSLTransform: Policy {
    /// What the reference says.
    public static let metadata = PolicyMetadata(
        "xsl-transform", category: .transformation, sections: [.inbound, .outbound], multiplicity: .oncePerSection,
        summary: "Transforms an XML body with an XSLT 1.0 stylesheet.")

    /// A value for an `xsl:param` of the stylesheet.
    public struct Parameter: Sendable {
        /// The name of the `xsl:param`.
        public var name: PolicyValue<String>?
        /// The name as the reference's statement has it.
        public var parameterName: PolicyValue<String>?
        /// The value.
        public var value: PolicyValue<String>
        let span: SourceSpan?
    }

    /// The values for the stylesheet.
    public var parameters: [Parameter]
    /// The stylesheet.
    public var stylesheet: XMLElement

    /// Reads the policy.
    public init(reading element: inout PolicyReader) {
        parameters = element.children("parameter", "A value for an xsl:param of the stylesheet.") { reader in
            let name = reader.optionalAttribute("name", as: String.self, expressions: false, "The name of the xsl:param.")
            let other = reader.optionalAttribute("parameter-name", as: String.self, expressions: false, "The same.")
            let value: PolicyValue<String> = reader.text("The value.")
            return Parameter(name: name, parameterName: other, value: value, span: value.span)
        }
        stylesheet = element.child("xsl:stylesheet", "The stylesheet, with the namespace http://www.w3.org/1999/XSL/Transform.") {
            $0.foreignContent()
        }
    }

    /// Compiles the stylesheet and binds the parameters.
    public func compile(in scope: inout CompilationScope) -> PolicyAction {
        let side = MessageSide(of: scope.position.section)
        scope.readBodies(side.bodies)
        let parameters = bindParameters(in: &scope)
        guard let stylesheet = compileStylesheet(in: &scope) else { return .none }
        return .immediate { context throws(PolicyError) in
            guard let body = side.body(in: context), !body.isEmpty else { return .proceed }
            var values: [(name: String, value: String)] = []
            for parameter in parameters { values.append((parameter.name, try parameter.value(&context).string)) }
            do throws(Stylesheet.Failure) {
                side.replaceBody(in: &context, with: try stylesheet.transform(body, values))
            } catch {
                throw PolicyError(nil, "The body cannot be transformed: \(error.message).")
            }
            return .proceed
        }
    }

    private func bindParameters(in scope: inout CompilationScope) -> [(name: String, value: BoundValue<NetString>)] {
        parameters.compactMap { parameter in
            guard let name = parameter.name ?? parameter.parameterName else {
                scope.error("missing-attribute", "'parameter' needs the attribute 'name'", at: parameter.span)
                return nil
            }
            let value = scope.bindText(parameter.value)
            return scope.bindText(name).constant.map { ($0.string, value) }
        }
    }

    private func compileStylesheet(in scope: inout CompilationScope) -> Stylesheet? {
        // As it was written: white space counts in a stylesheet.
        let span = stylesheet.span
        let text = MappedText(span.source[span.range], map: SourceMap(verbatim: span))
        let written = PolicyText(pieces: [.literal(text)], span: span)
        do throws(Stylesheet.Failure) {
            return try Stylesheet(scope.resolveTemplate(written).text.string)
        } catch {
            scope.error("invalid-stylesheet", "the stylesheet cannot be used: \(error.message)", at: stylesheet.nameSpan)
            return nil
        }
    }

    /// One example.
    public static let examples = [
        PolicyExample(
            "a list of what is open", in: .outbound,
            """
            <xsl-transform>
                <parameter name="wanted">@("open")</parameter>
                <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
                    <xsl:output method="xml" omit-xml-declaration="yes" />
                    <xsl:param name="wanted" />
                    <xsl:template match="/orders">
                        <ids><xsl:for-each select="order[@state = $wanted]"><id><xsl:value-of select="@id" /></id></xsl:for-each></ids>
                    </xsl:template>
                </xsl:stylesheet>
            </xsl-transform>
            """,
            answers: [
                ("https://backend.example/", .init(body: #"<orders><order id="1" state="open"/><order id="2" state="sent"/></orders>"#))
            ],
            expects: .body("<ids><id>1</id></ids>"))
    ]
}
