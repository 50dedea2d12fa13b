import HTTPTypes
import PolicyExpressions

/// The answer that the gateway gives to an error unless on-error changes it.
struct DefaultAnswer {
    let statusCode: Int32
    let body: String
    let headers: [(name: String, value: String)]

    /// The documented texts: a public message as it is, everything else as a generic text with the request's identifier.
    init(for error: PolicyError, requestID: NetGuid) {
        statusCode = (100...599).contains(error.statusCode) ? error.statusCode : 500
        headers = error.headers
        if let message = error.callerMessage ?? (error.isMessagePublic ? error.message : nil) {
            body = "{ \"statusCode\": \(statusCode), \"message\": \(Self.quoted(message)) }"
        } else {
            body =
                "{ \"statusCode\": \(statusCode), \"message\": \"Internal server error\", \"activityId\": \"\(requestID.hyphenated)\" }"
        }
    }

    var gatewayResponse: GatewayResponse {
        let fields = MultiValueDictionary(headers + [(name: "Content-Type", value: "application/json")])
        return GatewayResponse(statusCode: statusCode, headers: fields, body: MessageBody(Array(body.utf8)))
    }

    var transportResponse: TransportResponse {
        var head = HTTPResponse(status: HTTPResponse.Status(code: Int(statusCode)))
        head.headerFields[.contentType] = "application/json"
        return TransportResponse(head: head, body: .bytes(Array(body.utf8)))
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
