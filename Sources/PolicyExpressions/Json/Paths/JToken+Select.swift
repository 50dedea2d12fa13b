extension JToken {
    /// `SelectToken`: the one token that a path finds, or nil; throws JsonException when there are several.
    final func selectToken(_ path: NetString, throwsWithoutMatch: Bool, _ frame: inout Frame) throws(EvaluationError) -> JToken? {
        var result: JToken?
        let evaluation = JsonPathEvaluation(root: self, throwsWithoutMatch: throwsWithoutMatch)
        _ = try evaluation.walk(try JsonPathParser.parse(path)[...], self, &frame) { (token, _) throws(EvaluationError) -> Bool in
            if result != nil { throw .json("Path returned multiple tokens.") }
            result = token
            return true
        }
        return result
    }

    /// `SelectTokens`: what a path finds, looked for when it is walked through.
    final func selectTokens(_ path: NetString, throwsWithoutMatch: Bool) throws(EvaluationError) -> TokenSequence {
        let filters = try JsonPathParser.parse(path)
        let evaluation = JsonPathEvaluation(root: self, throwsWithoutMatch: throwsWithoutMatch)
        return TokenSequence { (frame, visit) throws(EvaluationError) -> Bool in
            try evaluation.walk(filters[...], evaluation.root, &frame) { (token, frame) throws(EvaluationError) -> Bool in
                try visit(.object(token), &frame)
            }
        }
    }
}
