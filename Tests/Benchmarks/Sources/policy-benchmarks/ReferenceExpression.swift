import APIMPolicy
import PolicyTesting

/// One of the expressions that are compared with compiled C#.
struct ReferenceExpression {
    var id: String
    var kind: ExpressionKind
    var code: String
    /// What compiled C# takes, where it was measured.
    var inCSharp: Measurement?

    /// Everything in `csharp/expressions.tsv`. Its figures of C# give way to those of the file that `CSHARP_FIGURES` names:
    /// what `csharp/run.sh` has just measured on this machine.
    static func all() throws -> [ReferenceExpression] {
        var expressions = try rows(of: folder + "/expressions.tsv").map(ReferenceExpression.init)
        guard let path = Environment.variable("CSHARP_FIGURES") else { return expressions }
        let measured = try rows(of: path)
        for index in expressions.indices {
            guard let row = measured.first(where: { $0[0] == expressions[index].id }) else { continue }
            expressions[index].inCSharp = try figures(row[1], row[2])
        }
        return expressions
    }

    /// Whether the figures of C# come from this machine.
    static var hasOwnFigures: Bool { Environment.variable("CSHARP_FIGURES") != nil }

    private static var folder: String {
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/") + "/csharp"
    }

    private static func rows(of path: String) throws -> [[String]] {
        try SourceText(file: path).text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            line.split(separator: "\t").map(String.init)
        }
    }

    private init(row: [String]) throws {
        guard row.count == 5, let kind = ExpressionKind(rawValue: row[1]) else {
            throw UnexpectedResult(description: "expressions.tsv has a line that is none: \(row)")
        }
        (id, self.kind, code) = (row[0], kind, row[4])
        inCSharp = row[2] == "?" ? nil : try Self.figures(row[2], row[3])
    }

    private static func figures(_ minimum: String, _ median: String) throws -> Measurement {
        guard let minimum = Double(minimum), let median = Double(median) else {
            throw UnexpectedResult(description: "'\(minimum)' or '\(median)' is no number of nanoseconds")
        }
        return Measurement(minimum: minimum, median: median)
    }
}

extension ReferenceExpression {
    /// The context that all of them are evaluated in; the C# program builds the same.
    static func makeContext() throws -> GatewayContext {
        let headers = [
            ("X-Env", "prod"), ("X-Tenant", "t1"), ("X-Forwarded-For", "10.0.0.1, 10.0.0.2"), ("X-Count", "7"),
            ("Cache-Control", "public, max-age=3600"), ("Accept", "*/*"), ("User-Agent", "bench"), ("Content-Type", "application/json"),
            ("Ocp-Apim-Subscription-Key", "k"),
        ].map { (name: $0.0, value: $0.1) }
        let url = RequestURL(scheme: "https", host: "gateway.example", path: "/echo/resource")
        let context = GatewayContext(request: GatewayRequest(url: url, headers: MultiValueDictionary(headers)))
        context.operation = OperationDescription(id: "op1")
        let (json, token) = (#"{"a":{"b":[1,2,"x"]}}"#, #"{"access_token":"tok"}"#)
        context.variables["tenant"] = .string("t1")
        context.variables["json"] = .string(NetString(json))
        context.variables["kilobyte"] = .string(NetString(kilobyte))
        context.variables["parsed"] = .object(try JToken.parseObject(NetString(json)))
        context.variables["bearerBody"] = .object(try JToken.parseObject(NetString(token)))
        context.variables["bearerToken"] = .object(GatewayResponse(body: MessageBody(Array(token.utf8))))
        let integers = ExpressionCompiler().compile("Enumerable.Range(0, 100).ToArray()", kind: .single).expression
        context.variables["ints"] = try integers?.evaluate(in: context)
        return context
    }

    /// A JSON body of one kilobyte: an order of five lines.
    static var kilobyte: String {
        let lines = (1...5).map { number in
            #"{"id":\#(number),"sku":"ART-\#(1000 + number)","name":"An article with a longer name","price":\#(number)9.95,"amount":\#(number),"#
                + #""tags":["new","sale"],"stock":true,"supplier":{"id":"S-\#(number)","city":"Leiden"},"note":null}"#
        }
        let head = #"{"order":"A-2041","customer":{"id":4711,"name":"Example Ltd","mail":"orders@example.org"},"lines":["#
        return head + lines.joined(separator: ",") + "]}"
    }
}
