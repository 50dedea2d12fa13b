import PolicyDiagnostics
import PolicyExpressions

extension LiquidParser {
    private static let names = [
        "if", "unless", "case", "for", "JSONArrayFor", "assign", "capture", "comment", "raw", "cycle", "increment", "decrement", "break",
        "continue", "tablerow", "ifchanged", "block", "literal",
    ]

    /// A tag with what it encloses.
    mutating func tag(_ token: LiquidToken) throws(LiquidProblem) -> LiquidNode {
        var markup = markup(of: token)
        switch lexer.name(of: token) {
        case "if": return try conditional(token, isNegated: false, closing: "endif")
        case "unless": return try conditional(token, isNegated: true, closing: "endunless")
        case "case": return try choice(token, &markup)
        case "for": return try loop(token, &markup, closing: "endfor")
        case "JSONArrayFor": return try loop(token, &markup, closing: "endJSONArrayFor")
        case "tablerow": return try table(token, &markup)
        case "ifchanged": return .ifChanged(try enclosed(token, &markup, closing: "endifchanged"))
        case "block":
            _ = try markup.expectName("the name of the block")
            return .block(try enclosed(token, &markup, closing: "endblock"))
        case "capture": return try capture(token, &markup)
        case "assign": return try assignment(&markup)
        case "cycle": return try cycle(&markup)
        case "increment": return .increment(try soleName(&markup))
        case "decrement": return .decrement(try soleName(&markup))
        case "break": return try bare(.breakLoop, &markup)
        case "continue": return try bare(.continueLoop, &markup)
        case let name: throw unknownTag(name, token)
        }
    }

    private func unknownTag(_ name: String, _ token: LiquidToken) -> LiquidProblem {
        if ["include", "extends"].contains(name) {
            return LiquidProblem(message: "the tag '\(name)' names another template, and a policy has no others", range: token.range)
        }
        if name == "param" {
            return LiquidProblem(code: "not-implemented", message: "the Liquid tag 'param' is not implemented yet", range: token.range)
        }
        if name.hasPrefix("end") || ["else", "elsif", "elseif", "when"].contains(name) {
            return LiquidProblem(message: "the tag '\(name)' closes nothing that is open here", range: token.range)
        }
        return LiquidProblem(
            message: name.isEmpty ? "the tag has no name" : "there is no Liquid tag '\(name)'", range: token.range,
            hint: didYouMean(name, among: Self.names))
    }

    private func bare(_ node: LiquidNode, _ markup: inout LiquidMarkup) throws(LiquidProblem) -> LiquidNode {
        try markup.expectEnd()
        return node
    }

    private func soleName(_ markup: inout LiquidMarkup) throws(LiquidProblem) -> NetString {
        let name = try markup.expectName("the name of the variable")
        try markup.expectEnd()
        return name
    }

    private func assignment(_ markup: inout LiquidMarkup) throws(LiquidProblem) -> LiquidNode {
        let name = try markup.expectName("the name of the variable")
        try markup.expect("=", "behind the name of the variable")
        return .assign(name, try expression(&markup))
    }

    private mutating func capture(_ token: LiquidToken, _ markup: inout LiquidMarkup) throws(LiquidProblem) -> LiquidNode {
        let name = recover { parser throws(LiquidProblem) in try parser.soleName(&markup) }
        let body = block(until: ["endcapture"])
        try close(token, with: "endcapture")
        return .capture(name ?? NetString(), body)
    }

    private mutating func enclosed(
        _ token: LiquidToken, _ markup: inout LiquidMarkup, closing: String
    ) throws(LiquidProblem) -> [LiquidNode] {
        try markup.expectEnd()
        let body = block(until: [closing])
        try close(token, with: closing)
        return body
    }

    private func cycle(_ markup: inout LiquidMarkup) throws(LiquidProblem) -> LiquidNode {
        markup.skipSpace()
        let start = markup.position
        var values = [try markup.operand()]
        var group: LiquidOperand?
        if markup.consume(":") { (group, values) = (values[0], [try markup.operand()]) }
        while markup.consume(",") { values.append(try markup.operand()) }
        try markup.expectEnd()
        return .cycle(group: group, key: markup.text(from: start, to: markup.position), values)
    }

    /// Parses what a tag says; a problem with it is noted, so that the tag's block is still read.
    private mutating func recover<Result>(_ parse: (inout LiquidParser) throws(LiquidProblem) -> Result) -> Result? {
        do throws(LiquidProblem) {
            return try parse(&self)
        } catch {
            note(error)
            return nil
        }
    }

    private mutating func conditional(
        _ token: LiquidToken, isNegated: Bool, closing: String
    ) throws(LiquidProblem) -> LiquidNode {
        var branches: [LiquidBranch] = []
        var markup: LiquidMarkup? = markup(of: token)
        while true {
            let condition = markup.flatMap { markup in
                var markup = markup
                return recover { parser throws(LiquidProblem) in try parser.condition(&markup) }
            }
            let body = block(until: ["elsif", "elseif", "else", closing])
            branches.append(LiquidBranch(condition: condition, isNegated: isNegated && branches.isEmpty, body: body))
            guard nextTagName != closing, let next = takeTag() else { break }
            markup = next.name == "else" ? nil : next.markup
        }
        try close(token, with: closing)
        return .conditional(branches)
    }

    private mutating func choice(_ token: LiquidToken, _ markup: inout LiquidMarkup) throws(LiquidProblem) -> LiquidNode {
        let subject = recover { parser throws(LiquidProblem) in
            let subject = try markup.operand()
            try markup.expectEnd()
            return subject
        }
        var cases: [LiquidCase] = []
        // What stands before the first `when` is never shown.
        _ = block(until: ["when", "else", "endcase"])
        while nextTagName != "endcase", let next = takeTag() {
            var markup = next.markup
            let values = next.name == "else" ? nil : recover { parser throws(LiquidProblem) in try parser.whenValues(&markup) } ?? []
            cases.append(LiquidCase(values: values, body: block(until: ["when", "else", "endcase"])))
        }
        try close(token, with: "endcase")
        return .choice(subject ?? .literal(.null), cases)
    }

    private func whenValues(_ markup: inout LiquidMarkup) throws(LiquidProblem) -> [LiquidOperand] {
        var values: [LiquidOperand] = []
        repeat { values.append(try markup.operand()) } while markup.consume(",") || markup.consume(word: "or")
        try markup.expectEnd()
        return values
    }

    private mutating func loop(
        _ token: LiquidToken, _ markup: inout LiquidMarkup, closing: String
    ) throws(LiquidProblem) -> LiquidNode {
        let header = recover { parser throws(LiquidProblem) in try parser.loopHeader(&markup) }
        let body = block(until: ["else", closing])
        let alternative = nextTagName == "else" && takeTag() != nil ? block(until: [closing]) : []
        try close(token, with: closing)
        guard var loop = header else { return .text([]) }
        loop.isJSONArray = closing == "endJSONArrayFor"
        (loop.body, loop.alternative) = (body, alternative)
        return .loop(loop)
    }

    /// The loop has a name of its own, so that it does not move where `offset:continue` goes on.
    private mutating func table(_ token: LiquidToken, _ markup: inout LiquidMarkup) throws(LiquidProblem) -> LiquidNode {
        var columns: LiquidOperand?
        let header = recover { parser throws(LiquidProblem) in
            var loop = try parser.loopStart(&markup)
            while !markup.isAtEnd() {
                if markup.consume(word: "cols") {
                    try markup.expect(":", "behind 'cols'")
                    columns = try markup.operand()
                } else {
                    try parser.loopOption(&markup, of: &loop)
                }
            }
            return loop
        }
        let body = block(until: ["endtablerow"])
        try close(token, with: "endtablerow")
        guard var loop = header else { return .text([]) }
        (loop.body, loop.name) = (body, NetString("tablerow ").concatenating(loop.name))
        return .table(loop, columns: columns)
    }

    private func loopHeader(_ markup: inout LiquidMarkup) throws(LiquidProblem) -> LiquidLoop {
        var loop = try loopStart(&markup)
        while !markup.isAtEnd() { try loopOption(&markup, of: &loop) }
        return loop
    }

    private func loopStart(_ markup: inout LiquidMarkup) throws(LiquidProblem) -> LiquidLoop {
        let variable = try markup.expectName("the name of the variable")
        guard markup.consume(word: "in") else { throw markup.problem("'in' is missing behind the name of the variable") }
        markup.skipSpace()
        let start = markup.position
        let collection = try markup.operand()
        let name = variable.concatenating("-").concatenating(markup.text(from: start, to: markup.position))
        return LiquidLoop(variable: variable, collection: collection, name: name)
    }

    private func loopOption(_ markup: inout LiquidMarkup, of loop: inout LiquidLoop) throws(LiquidProblem) {
        markup.skipSpace()
        let start = markup.position
        switch markup.name() {
        case "reversed": loop.isReversed = true
        case "limit":
            try markup.expect(":", "behind 'limit'")
            loop.limit = try markup.operand()
        case "offset":
            try markup.expect(":", "behind 'offset'")
            loop.offset = markup.consume(word: "continue") ? .continue : .value(try markup.operand())
        case "where":
            throw LiquidProblem(
                code: "not-implemented", message: "'where' in a Liquid loop is not implemented yet",
                range: SourceRange(start, markup.position))
        default: throw markup.problem("a loop has no such option", hint: "it knows 'reversed', 'limit:' and 'offset:'")
        }
    }
}
