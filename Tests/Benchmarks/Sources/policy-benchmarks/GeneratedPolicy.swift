/// Policy documents of any size: the mixture that documents of gateways have, expressions written raw.
enum GeneratedPolicy {
    /// A document of at least that many bytes.
    static func text(bytes: Int) -> String {
        var text = "<policies>\n    <inbound>\n        <base />\n"
        var number = 0
        while text.utf8.count < bytes {
            text += group(number)
            number += 1
        }
        text += "    </inbound>\n    <backend>\n        <base />\n    </backend>\n"
        return text + "    <outbound>\n        <base />\n    </outbound>\n    <on-error>\n        <base />\n    </on-error>\n</policies>\n"
    }

    private static func group(_ number: Int) -> String {
        variable(number) + choice(number) + (number % 4 == 0 ? callout(number) : "") + headers(number)
    }

    private static func variable(_ number: Int) -> String {
        """
                <!-- The tenant that group \(number) works for. -->
                <set-variable name="tenant\(number)" value="@(context.Request.Headers.GetValueOrDefault("X-Tenant-\(number)", "none").Trim())" />

        """
    }

    private static func choice(_ number: Int) -> String {
        """
                <choose>
                    <when condition="@(context.Request.Method == "GET" && (string)context.Variables["tenant\(number)"] != "none")">
                        <set-header name="X-Group-\(number)" exists-action="override">
                            <value>@("a-" + context.Request.Method + "-\(number)")</value>
                        </set-header>
                    </when>
                    <otherwise>
                        <set-header name="X-Group-\(number)" exists-action="delete" />
                    </otherwise>
                </choose>

        """
    }

    private static func callout(_ number: Int) -> String {
        """
                <send-request mode="new" response-variable-name="answer\(number)" timeout="10" ignore-error="true">
                    <set-url>@("https://service\(number).example/v1/" + context.Request.MatchedParameters["id"])</set-url>
                    <set-method>POST</set-method>
                    <set-header name="Content-Type" exists-action="override">
                        <value>application/json</value>
                    </set-header>
                    <set-body>@{
                        var tenant = (string)context.Variables["tenant\(number)"];
                        if (tenant.Length > 64 || tenant == "") {
                            return "{}";
                        }
                        return "{\\"tenant\\": \\"" + tenant + "\\"}";
                    }</set-body>
                </send-request>
                <set-variable name="role\(number)" value="@((string)((IResponse)context.Variables["answer\(number)"]).Body.As<JObject>()["role"])" />

        """
    }

    private static func headers(_ number: Int) -> String {
        """
                <set-header name="X-Path-\(number)" exists-action="append">
                    <value>@(context.Request.Url.Path.Substring(1).ToUpper())</value>
                    <value>fixed-\(number)</value>
                </set-header>

        """
    }
}
