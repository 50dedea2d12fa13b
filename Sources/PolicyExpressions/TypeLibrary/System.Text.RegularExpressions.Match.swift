extension NetType {
    private static let namespace = "System.Text.RegularExpressions"

    /// `System.Text.RegularExpressions.Capture`.
    static let regexCapture: NetType = NetType(namespace, "Capture") {
        [
            .property(
                "Index", "Where the part begins in the text.",
                NetBody { (capture: Instance<NetCapture>) throws(EvaluationError) -> Int32 in capture.object.index }),
            .property(
                "Length", "How long the part is.",
                NetBody { (capture: Instance<NetCapture>) throws(EvaluationError) -> Int32 in capture.object.length }),
            .property(
                "Value", "The part.",
                NetBody { (capture: Instance<NetCapture>) throws(EvaluationError) -> NetString in capture.object.value }),
        ]
    }

    /// `System.Text.RegularExpressions.Group`.
    static let regexGroup: NetType = NetType(namespace, "Group", base: .named(.regexCapture, [])) {
        [
            .property(
                "Success", "Whether the group took part in the match.",
                NetBody { (group: Instance<NetGroup>) throws(EvaluationError) -> Bool in group.object.isSuccess }),
            .property(
                "Name", "The group's name, or its number.",
                NetBody { (group: Instance<NetGroup>) throws(EvaluationError) -> NetString in group.object.name }),
            .property(
                "Captures", "Everything that the group captured, the first first.",
                NetBody { (group: Instance<NetGroup>) throws(EvaluationError) -> Instance<NetCaptureCollection> in
                    Instance(group.object.captures)
                }),
        ]
    }

    /// `System.Text.RegularExpressions.Match`.
    static let regexMatch: NetType = NetType(namespace, "Match", base: .named(.regexGroup, [])) {
        [
            .staticProperty(
                "Empty", "The failed match.", NetBody { () throws(EvaluationError) -> Instance<NetMatch> in Instance(NetMatch.empty) }),
            .property(
                "Groups", "What the groups captured; the first one is the whole match.",
                NetBody { (match: Instance<NetMatch>) throws(EvaluationError) -> Instance<NetGroupCollection> in
                    Instance(NetGroupCollection(match.object))
                }),
            .method(
                "NextMatch", "The next match behind this one.",
                NetBody(framed: { (frame: inout Frame, match: Instance<NetMatch>) throws(EvaluationError) -> Instance<NetMatch> in
                    Instance(try match.object.next(&frame))
                })),
            .method(
                "Result", "A replacement text with the groups put in.", ["replacement"],
                NetBody { (match: Instance<NetMatch>, replacement: NetString) throws(EvaluationError) -> NetString in
                    try match.object.result(replacement)
                }),
        ]
    }

    /// The interfaces of a collection of elements.
    private static func interfaces(_ element: NetType) -> [TypeSymbol] { [.named(.readOnlyList, [.named(element, [])])] }

    /// `System.Text.RegularExpressions.MatchCollection`.
    static let regexMatchCollection: NetType = NetType(namespace, "MatchCollection", interfaces: interfaces(.regexMatch)) {
        [
            .property(
                "Count", "The number of matches.",
                NetBody { (matches: Instance<NetMatchCollection>) throws(EvaluationError) -> Int32 in
                    Int32(truncatingIfNeeded: matches.object.matches.count)
                }),
            .indexer(
                "A match by its place.", ["i"],
                NetBody { (matches: Instance<NetMatchCollection>, index: Int32) throws(EvaluationError) -> Instance<NetMatch> in
                    guard index >= 0, Int(index) < matches.object.matches.count else { throw .argumentOutOfRange("i") }
                    return Instance(matches.object.matches[Int(index)])
                }),
        ]
    }

    /// `System.Text.RegularExpressions.CaptureCollection`.
    static let regexCaptureCollection: NetType = NetType(namespace, "CaptureCollection", interfaces: interfaces(.regexCapture)) {
        [
            .property(
                "Count", "The number of captures.",
                NetBody { (captures: Instance<NetCaptureCollection>) throws(EvaluationError) -> Int32 in
                    Int32(truncatingIfNeeded: captures.object.captures.count)
                }),
            .indexer(
                "A capture by its place.", ["i"],
                NetBody { (captures: Instance<NetCaptureCollection>, index: Int32) throws(EvaluationError) -> Instance<NetCapture> in
                    guard index >= 0, Int(index) < captures.object.captures.count else { throw .argumentOutOfRange("i") }
                    return Instance(captures.object.captures[Int(index)])
                }),
        ]
    }

    /// `System.Text.RegularExpressions.GroupCollection`.
    static let regexGroupCollection: NetType = NetType(namespace, "GroupCollection", interfaces: interfaces(.regexGroup)) {
        [
            .property(
                "Count", "The number of groups, the whole match included.",
                NetBody { (groups: Instance<NetGroupCollection>) throws(EvaluationError) -> Int32 in
                    Int32(truncatingIfNeeded: groups.object.match.groupCount)
                }),
            .indexer(
                "A group by its number; one that did not succeed when there is none.", ["groupnum"],
                NetBody { (groups: Instance<NetGroupCollection>, number: Int32) throws(EvaluationError) -> Instance<NetGroup> in
                    Instance(groups.object.match.group(number: Int(number)))
                }),
            .indexer(
                "A group by its name; one that did not succeed when there is none.", ["groupname"],
                NetBody { (groups: Instance<NetGroupCollection>, name: NetString) throws(EvaluationError) -> Instance<NetGroup> in
                    Instance(groups.object.match.group(named: name) ?? .none)
                }),
            .method(
                "ContainsKey", "Whether there is a group of a name.", ["key"],
                NetBody { (groups: Instance<NetGroupCollection>, name: NetString) throws(EvaluationError) -> Bool in
                    groups.object.match.group(named: name) != nil
                }),
        ]
    }
}
