extension Binder {
    /// What `foreach` walks through: a JObject's own enumerator gives its members as pairs, where JToken's gives tokens;
    /// that of a collection of matches, groups or captures gives objects.
    func sequence(of collection: BoundExpression) -> BoundExpression {
        switch collection.type {
        case .jObject: convert(collection, to: .jsonMembers)
        case .named(.regexMatchCollection, _), .named(.regexGroupCollection, _), .named(.regexCaptureCollection, _):
            convert(collection, to: .named(.untypedEnumerable, []))
        default: collection
        }
    }
}
