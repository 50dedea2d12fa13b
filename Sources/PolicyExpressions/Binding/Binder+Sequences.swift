extension Binder {
    /// What `foreach` walks through: a JObject's own enumerator gives its members as pairs, where JToken's gives tokens.
    func sequence(of collection: BoundExpression) -> BoundExpression {
        collection.type == .jObject ? convert(collection, to: .jsonMembers) : collection
    }
}
