import PolicyExpressions
import Testing

@Suite struct OperationTests {
    private func operation(_ code: String, _ kind: ExpressionKind = .single) throws -> Operation {
        try #require(ExpressionCompiler().operation(of: code, kind: kind))
    }

    private func kinds(_ operation: Operation) -> [Operation.Kind] { [operation.kind] + operation.children.flatMap(kinds) }

    @Test func membersAreResolved() throws {
        let read = try operation("context.Request.Headers.GetValueOrDefault(\"A\", \"b\")")
        #expect(read.kind == .call("GetValueOrDefault") && read.typeName == "string")
        #expect(read.children.first?.kind == .property("Headers") && read.children[1].constant == .text("A"))
    }

    @Test func castsStayAndConversionsGo() throws {
        #expect(try operation("(int)context.Variables[\"n\"]").kind == .cast)
        #expect(try operation("1 + 2L").kind != .cast)
    }

    @Test func constantsAreFolded() throws {
        #expect(try operation("1 + 1 == 2").constant == .boolean(true))
        #expect(try operation("\"a\" + \"b\"").constant == .text("ab"))
    }

    @Test func conditionalAccessLeadsBackToTheReceiver() throws {
        #expect(try kinds(operation("context.User?.Id ?? \"none\"")).contains(.context))
    }

    @Test func statementsAreChildren() throws {
        let block = try operation("var a = context.Request.Method; if (a == \"GET\") { return 1; } return 2;", .block)
        #expect(
            kinds(block).contains(.assignLocal("a")) && kinds(block).contains(.conditional) && kinds(block).count { $0 == .returning } == 2)
    }

    @Test(arguments: ["context.", "nothing", "1 +"]) func codeWithErrorsHasNone(_ code: String) {
        #expect(ExpressionCompiler().operation(of: code, kind: .single) == nil)
    }

    @Test func highTreesAreWalked() throws {
        let code = Array(repeating: "context.RequestId.ToString()", count: 120).joined(separator: " + ")
        #expect(try kinds(operation(code)).count > 240)
    }

    @Test func tokensLeaveOutSpaceAndComments() {
        let spaced = ExpressionToken.all(in: "a /* b */ +\n  \"x y\" // c\n").map(\.text)
        #expect(spaced == ["a", "+", "\"x y\""])
        #expect(ExpressionToken.all(in: "a+@\"x\ny\"").last?.isLiteral == true)
    }
}
