extension NetType {
    /// What StringComparer has besides the comparers themselves.
    static var comparerMembers: [NetMember] { madeComparers + comparisonsOfComparer }

    private static var madeComparers: [NetMember] {
        [
            .staticMethod(
                "FromComparison", "The comparer of a comparison.", ["comparisonType"],
                NetBody { (comparison: StringComparison) throws(EvaluationError) -> Instance<NetComparer> in
                    try comparison.validate()
                    return Instance(NetComparer(NetComparer.Kind(comparison)))
                }),
            .staticMethod(
                "Create", "The comparer of a culture, on request without regard to case.", ["culture", "ignoreCase"],
                NetBody { (_: Instance<NetCulture>, ignoringCase: Bool) throws(EvaluationError) -> Instance<NetComparer> in
                    Instance(NetComparer(ignoringCase ? .invariantCultureIgnoreCase : .invariantCulture))
                }),
            .staticMethod(
                "Create", "The comparer of a culture by options.", ["culture", "options"],
                NetBody { (_: Instance<NetCulture>, options: CompareOptions) throws(EvaluationError) -> Instance<NetComparer> in
                    Instance(NetComparer(NetComparer.Kind(try options.comparison())))
                }),
        ]
    }

    private static var comparisonsOfComparer: [NetMember] {
        [
            .method(
                "Compare", "The order of two texts: negative, 0 or positive.", ["x", "y"],
                NetBody { (comparer: Instance<NetComparer>, left: NetString?, right: NetString?) throws(EvaluationError) -> Int32 in
                    try NetString.compare(left, right, comparer.object.kind.comparison)
                }),
            .method(
                "Compare", "The order of two objects, which are compared as texts when they are texts.", ["x", "y"],
                NetBody { (comparer: Instance<NetComparer>, left: Value, right: Value) throws(EvaluationError) -> Int32 in
                    try comparer.object.compare(left, right)
                }),
            .method(
                "Equals", "Whether two texts are the same.", ["x", "y"],
                NetBody { (comparer: Instance<NetComparer>, left: NetString?, right: NetString?) throws(EvaluationError) -> Bool in
                    try left?.equals(right, comparer.object.kind.comparison) ?? (right == nil)
                }),
            .method(
                "Equals", "Whether two objects are the same, compared as texts when they are texts.", ["x", "y"],
                NetBody { (comparer: Instance<NetComparer>, left: Value, right: Value) throws(EvaluationError) -> Bool in
                    comparer.object.areEqual(left, right)
                }),
            .method(
                "GetHashCode", "A number that texts share which are the same.", ["obj"],
                NetBody { (comparer: Instance<NetComparer>, text: NetString) throws(EvaluationError) -> Int32 in
                    try text.stableHash(comparer.object.kind.comparison)
                }),
            .method(
                "GetHashCode", "A number that objects share which are the same.", ["obj"],
                NetBody { (comparer: Instance<NetComparer>, value: Value) throws(EvaluationError) -> Int32 in
                    guard !value.isNull else { throw .argumentNull("obj") }
                    return try comparer.object.hashCode(of: value)
                }),
        ]
    }
}
