extension NetType {
    /// `System.Version`, which API Management does not allow.
    static let version: NetType = NetType("System", "Version") { versionConstructors + versionNumbers + versionTexts + versionOrder }

    private static var versionConstructors: [NetMember] {
        [
            .constructor(
                "The version 0.0.", [],
                NetBody { () throws(EvaluationError) -> Instance<NetVersion> in Instance(try NetVersion([0, 0])) }),
            .constructor(
                "The version that a text is.", ["version"],
                NetBody { (text: NetString) throws(EvaluationError) -> Instance<NetVersion> in
                    Instance(try NetVersion(parsing: text, argument: "version"))
                }),
            .constructor(
                "A version of two numbers.", ["major", "minor"],
                NetBody { (major: Int32, minor: Int32) throws(EvaluationError) -> Instance<NetVersion> in
                    Instance(try NetVersion([major, minor]))
                }),
            .constructor(
                "A version of three numbers.", ["major", "minor", "build"],
                NetBody { (major: Int32, minor: Int32, build: Int32) throws(EvaluationError) -> Instance<NetVersion> in
                    Instance(try NetVersion([major, minor, build]))
                }),
            .constructor(
                "A version of four numbers.", ["major", "minor", "build", "revision"],
                NetBody { (major: Int32, minor: Int32, build: Int32, revision: Int32) throws(EvaluationError) -> Instance<NetVersion> in
                    Instance(try NetVersion([major, minor, build, revision]))
                }),
        ]
    }

    private static var versionNumbers: [NetMember] {
        [("Major", "first"), ("Minor", "second"), ("Build", "third"), ("Revision", "fourth")].enumerated().map { index, names in
            .property(
                names.0, "The \(names.1) number; -1 where there is none.",
                NetBody { (version: Instance<NetVersion>) throws(EvaluationError) -> Int32 in version.object.numbers[index] })
        }
    }

    private static var versionTexts: [NetMember] {
        [
            .method(
                "ToString", "The numbers that there are, with dots between them.",
                NetBody { (version: Instance<NetVersion>) throws(EvaluationError) -> NetString in version.object.invariantText() }),
            .method(
                "ToString", "So many numbers, with dots between them.", ["fieldCount"],
                NetBody { (version: Instance<NetVersion>, count: Int32) throws(EvaluationError) -> NetString in
                    let available = version.object.numbers.count { $0 >= 0 }
                    guard count >= 0, Int(count) <= available else {
                        throw .argument("Argument must be between 0 and \(available).", "fieldCount")
                    }
                    return version.object.text(count)
                }),
            .staticMethod(
                "Parse", "The version that a text is.", ["input"],
                NetBody { (text: NetString) throws(EvaluationError) -> Instance<NetVersion> in Instance(try NetVersion(parsing: text)) }),
            .staticMethod(
                "TryParse", "Whether a text is a version, and that one.", ["input", .out("result")],
                NetBody(framed: {
                    (frame: inout Frame, text: NetString?, result: Out<Instance<NetVersion>?>) throws(EvaluationError) -> Bool in
                    let version = text.flatMap { try? NetVersion(parsing: $0) }
                    try result.set(version.map { .object($0) } ?? .null, &frame)
                    return version != nil
                })),
        ]
    }

    private static var versionOrder: [NetMember] {
        [
            .method(
                "CompareTo", "-1, 0 or 1 by the order of the versions.", ["value"],
                NetBody { (version: Instance<NetVersion>, other: Instance<NetVersion>?) throws(EvaluationError) -> Int32 in
                    NetVersion.order(version.object, other?.object)
                }),
            .method(
                "Equals", "Whether another object is the same version.", ["obj"],
                NetBody { (version: Instance<NetVersion>, other: Value) throws(EvaluationError) -> Bool in
                    guard case .object(let other as NetVersion) = other else { return false }
                    return version.object.numbers == other.numbers
                }),
            versionComparison("op_Equality", "Whether both are the same version.") { $0 == 0 },
            versionComparison("op_Inequality", "Whether the versions differ.") { $0 != 0 },
            versionComparison("op_LessThan", "Whether the first version is older.") { $0 < 0 },
            versionComparison("op_LessThanOrEqual", "Whether the first version is not newer.") { $0 <= 0 },
            versionComparison("op_GreaterThan", "Whether the first version is newer.") { $0 > 0 },
            versionComparison("op_GreaterThanOrEqual", "Whether the first version is not older.") { $0 >= 0 },
        ]
    }

    private static func versionComparison(
        _ name: String, _ summary: String, _ holds: @escaping @Sendable (Int32) -> Bool
    ) -> NetMember {
        .staticMethod(
            name, summary, ["v1", "v2"],
            NetBody { (left: Instance<NetVersion>?, right: Instance<NetVersion>?) throws(EvaluationError) -> Bool in
                holds(NetVersion.order(left?.object, right?.object))
            })
    }
}
