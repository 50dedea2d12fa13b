// What trees of tokens cost, where the expression and not a body decides how large they get.
extension Frame {
    /// Counts the copy that a container makes of a token which it is given, if it makes one: that of a token which has a
    /// parent already, or which would contain itself. Without a target, the copy is certain.
    mutating func countCopy(of token: JToken?, into target: JToken? = nil) throws(EvaluationError) {
        try allocate(JToken.approximateSize)
        guard let token, token.isContainer else { return }
        if let target, token.container == nil, target.root !== token { return }
        var pending = [token]
        while let next = pending.popLast() {
            try step()
            try allocate(JToken.approximateSize)
            if let container = next as? JContainer { container.appendContents(to: &pending) }
        }
    }

    /// Counts the reading of a text, and the tree that comes of it.
    mutating func countParsing(_ json: NetString) throws(EvaluationError) {
        try step(1 + json.utf8Count / 64)
        try allocate(json.utf8Count)
    }
}

extension JContainer {
    /// Adds what the container holds, without making properties that nobody asked for.
    fileprivate func appendContents(to tokens: inout [JToken]) {
        if let object = self as? JObject {
            for position in 0..<object.count { tokens.append(object.memberValue(at: position)) }
        } else {
            tokens.append(contentsOf: children)
        }
    }
}
