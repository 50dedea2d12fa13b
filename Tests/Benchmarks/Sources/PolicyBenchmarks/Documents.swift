import APIMPolicy
import Foundation
import PolicyTesting

/// The documents that are measured.
enum Documents {
    /// The example of the README, whose text is like that of the document which the project was created from.
    static func example() throws -> SourceText { try SourceText(file: folder + "/policy.xml") }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "../../../../Fixtures/Examples/oauth2-backend"
    )
    .standardizedFileURL.path

    static let namedValues = DictionaryNamedValues([
        "tokenEndpoint": NamedValue("https://login.example/tenant/oauth2/token"), "clientId": NamedValue("orders-gateway"),
        "clientSecret": NamedValue("s3cr%2Bt", isSecret: true), "audience": NamedValue("https%3A%2F%2Fbackend.example"),
    ])

    /// A document of at least so many bytes: choose, when and set-header with expressions, in APIM's form `xml`, so that
    /// plain libxml2 can read it too.
    static func generated(bytes: Int) -> SourceText {
        var text = "<policies>\n  <inbound>\n    <base />\n"
        var index = 0
        while text.utf8.count < bytes {
            text += """
                    <choose>
                      <when condition="@(context.Request.Headers.GetValueOrDefault(&quot;X-Env&quot;,&quot;&quot;) == &quot;v\(index)&quot; &amp;&amp; context.Request.Method == &quot;GET&quot;)">
                        <set-header name="X-\(index)" exists-action="override">
                          <value>@("a-" + context.Request.Method + "-\(index)")</value>
                        </set-header>
                      </when>
                      <otherwise>
                        <set-header name="X-\(index)" exists-action="delete" />
                      </otherwise>
                    </choose>

                """
            index += 1
        }
        text +=
            "  </inbound>\n  <backend><base /></backend>\n  <outbound><base /></outbound>\n  <on-error><base /></on-error>\n</policies>\n"
        return SourceText(name: "generated.xml", text: text)
    }

    /// The example with its expressions escaped, for plain libxml2.
    static func escapedExample() throws -> SourceText {
        let text = try example().text.replacing("&grant", with: "&amp;grant").replacing("&client", with: "&amp;client")
            .replacing("&resource", with: "&amp;resource").replacing("As<JObject>", with: "As&lt;JObject&gt;")
        return SourceText(name: "escaped.xml", text: text)
    }
}
