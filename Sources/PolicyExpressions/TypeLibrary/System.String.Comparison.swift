// How texts compare.
extension NetType {
    static var stringComparisons: [NetMember] {
        [
            .staticMethod(
                "Equals", "Whether both are the same text, unit by unit.", ["a", "b"],
                NetBody { (a: NetString?, b: NetString?) throws(EvaluationError) -> Bool in
                    a == b
                }),
            .staticMethod(
                "Equals", "Whether both are the same text for a comparison.", ["a", "b", "comparisonType"],
                NetBody { (a: NetString?, b: NetString?, comparison: StringComparison) throws(EvaluationError) -> Bool in
                    try comparison.validate()
                    return try a?.equals(b, comparison) ?? (b == nil)
                }),
            .method(
                "Equals", "Whether both are the same text, unit by unit.", ["value"],
                NetBody { (text: NetString, value: NetString?) throws(EvaluationError) -> Bool in
                    text == value
                }),
            .method(
                "Equals", "Whether an object is the same text, unit by unit.", ["obj"],
                NetBody { (text: NetString, object: Value) throws(EvaluationError) -> Bool in
                    if case .string(let other) = object { text == other } else { false }
                }),
            .method(
                "Equals", "Whether both are the same text for a comparison.", ["value", "comparisonType"],
                NetBody { (text: NetString, value: NetString?, comparison: StringComparison) throws(EvaluationError) -> Bool in
                    try text.equals(value, comparison)
                }),
            .method(
                "CompareTo", "The order of the two texts as the culture sees it: -1, 0 or 1.", ["strB"],
                NetBody { (text: NetString, other: NetString?) throws(EvaluationError) -> Int32 in
                    try NetString.compare(text, other, .currentCulture)
                }),
            .method(
                "CompareTo", "The order of a text and an object that must be one.", ["value"],
                NetBody { (text: NetString, other: Value) throws(EvaluationError) -> Int32 in
                    switch other {
                    case .null: return 1
                    case .string(let other): return Collation.compare(text, other)
                    default: throw .argument("Object must be of type String.")
                    }
                }),
            .method(
                "GetTypeCode", "The code of the type.",
                NetBody { (_: NetString) throws(EvaluationError) -> TypeCode in TypeCode(of: .string) }),
            .method(
                "GetHashCode", "A number that equal strings share; it differs from .NET's, which differs in every process.", [],
                NetBody { (text: NetString) throws(EvaluationError) -> Int32 in
                    text.stableHash
                }),
            .method(
                "GetHashCode", "A number that strings share which are equal for a comparison.", ["comparisonType"],
                NetBody { (text: NetString, comparison: StringComparison) throws(EvaluationError) -> Int32 in
                    try text.stableHash(comparison)
                }),
        ]
    }

    static var stringOrders: [NetMember] {
        [
            .staticMethod(
                "Compare", "The order of two texts as the culture sees it: -1, 0 or 1.", ["strA", "strB"],
                NetBody { (left: NetString?, right: NetString?) throws(EvaluationError) -> Int32 in
                    try NetString.compare(left, right, .currentCulture)
                }),
            .staticMethod(
                "Compare", "The order of two texts, on request without regard to case.", ["strA", "strB", "ignoreCase"],
                NetBody { (left: NetString?, right: NetString?, ignoringCase: Bool) throws(EvaluationError) -> Int32 in
                    try NetString.compare(left, right, .culture(ignoringCase: ignoringCase))
                }),
            .staticMethod(
                "Compare", "The order of two texts by a comparison: negative, 0 or positive.", ["strA", "strB", "comparisonType"],
                NetBody { (left: NetString?, right: NetString?, comparison: StringComparison) throws(EvaluationError) -> Int32 in
                    try NetString.compare(left, right, comparison)
                }),
            .staticMethod(
                "Compare", "The order of two texts for a culture, on request without regard to case.",
                ["strA", "strB", "ignoreCase", "culture"],
                NetBody {
                    (left: NetString?, right: NetString?, ignoringCase: Bool, _: Instance<NetCulture>?) throws(EvaluationError) -> Int32 in
                    try NetString.compare(left, right, .culture(ignoringCase: ignoringCase))
                }),
            .staticMethod(
                "Compare", "The order of two texts for a culture, by options.", ["strA", "strB", "culture", "options"],
                NetBody {
                    (left: NetString?, right: NetString?, _: Instance<NetCulture>?, options: CompareOptions) throws(EvaluationError)
                        -> Int32 in
                    try NetString.compare(left, right, options.comparison())
                }),
            .staticMethod(
                "Compare", "The order of parts of two texts as the culture sees it.", ["strA", "indexA", "strB", "indexB", "length"],
                NetBody {
                    (left: NetString?, leftStart: Int32, right: NetString?, rightStart: Int32, length: Int32) throws(EvaluationError)
                        -> Int32 in
                    try NetString.compare(left, leftStart, right, rightStart, length, .currentCulture)
                }),
            .staticMethod(
                "Compare", "The order of parts of two texts, on request without regard to case.",
                ["strA", "indexA", "strB", "indexB", "length", "ignoreCase"],
                NetBody {
                    (left: NetString?, leftStart: Int32, right: NetString?, rightStart: Int32, length: Int32, ignoringCase: Bool)
                        throws(EvaluationError) -> Int32 in
                    try NetString.compare(left, leftStart, right, rightStart, length, .culture(ignoringCase: ignoringCase))
                }),
            .staticMethod(
                "Compare", "The order of parts of two texts by a comparison.",
                ["strA", "indexA", "strB", "indexB", "length", "comparisonType"],
                NetBody {
                    (left: NetString?, leftStart: Int32, right: NetString?, rightStart: Int32, length: Int32, comparison: StringComparison)
                        throws(EvaluationError) -> Int32 in
                    try NetString.compare(left, leftStart, right, rightStart, length, comparison)
                }),
            .staticMethod(
                "CompareOrdinal", "The order of two texts, unit by unit: the difference of the first units that differ.", ["strA", "strB"],
                NetBody { (left: NetString?, right: NetString?) throws(EvaluationError) -> Int32 in
                    try NetString.compare(left, right, .ordinal)
                }),
            .staticMethod(
                "CompareOrdinal", "The order of parts of two texts, unit by unit.", ["strA", "indexA", "strB", "indexB", "length"],
                NetBody {
                    (left: NetString?, leftStart: Int32, right: NetString?, rightStart: Int32, length: Int32) throws(EvaluationError)
                        -> Int32 in
                    try NetString.compare(left, leftStart, right, rightStart, length, .ordinal)
                }),
        ]
    }
}
