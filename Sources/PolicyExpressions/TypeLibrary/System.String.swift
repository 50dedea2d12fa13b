extension NetType {
    /// `System.String`.
    static let string: NetType = NetType(
        "System", "String", keyword: "string", carrier: .string,
        interfaces: [
            .named(.enumerable, [.named(.char, [])]), .named(.comparable, []), .named(.comparableTo, [.string]),
            .named(.equatable, [.string]), .named(.convertible, []), .named(.cloneable, []),
        ]
    ) {
        stringParts + stringStatics + stringComparisons + stringOrders + stringSearches + stringPositions + stringChanges + stringTrims
            + stringSplits + stringConcatenations + stringJoins + stringFormats
    }

    private static var stringParts: [NetMember] {
        [
            .constructor(
                "The text of characters; null gives the empty text.", ["value"],
                NetBody { (units: [NetChar]?) throws(EvaluationError) -> NetString in
                    NetString(utf16: (units ?? []).map(\.unit))
                }),
            .constructor(
                "The text of some of the characters.", ["value", "startIndex", "length"],
                NetBody { (units: [NetChar], start: Int32, length: Int32) throws(EvaluationError) -> NetString in
                    NetString(utf16: try ArrayRange.slice(units, start, length, .text).map(\.unit))
                }),
            .constructor(
                "A character repeated.", ["c", "count"],
                NetBody(framed: { (frame: inout Frame, unit: NetChar, count: Int32) throws(EvaluationError) -> NetString in
                    try frame.allocate(Int(max(count, 0)))
                    return try NetString(repeating: unit.unit, count: Int(count))
                })),
            .constant("Empty", "The empty string.", .string, .string("")),
            .property(
                "Length", "The number of UTF-16 units.",
                NetBody { (text: NetString) throws(EvaluationError) -> Int32 in
                    Int32(text.utf16Count)
                }),
            .indexer(
                "The UTF-16 unit at a position.", ["index"],
                NetBody { (text: NetString, index: Int32) throws(EvaluationError) -> NetChar in
                    NetChar(try text.unit(at: index))
                }),
            .method(
                "Clone", "The string itself.", [],
                NetBody { (text: NetString) throws(EvaluationError) -> Value in
                    .string(text)
                }),
            .method(
                "CopyTo", "Copies characters into an array.", ["sourceIndex", "destination", "destinationIndex", "count"],
                NetBody {
                    (text: NetString, sourceIndex: Int32, destination: Instance<NetArray>, destinationIndex: Int32, count: Int32)
                        throws(EvaluationError) -> NetVoid in
                    try text.copy(from: sourceIndex, to: destination.object, at: destinationIndex, count: count)
                }),
            .method(
                "ToCharArray", "The UTF-16 units.", [],
                NetBody { (text: NetString) throws(EvaluationError) -> [NetChar] in
                    text.utf16Array.map { NetChar($0) }
                }),
            .method(
                "ToCharArray", "The UTF-16 units of a part.", ["startIndex", "length"],
                NetBody { (text: NetString, start: Int32, length: Int32) throws(EvaluationError) -> [NetChar] in
                    try text.units(start, length).map { NetChar($0) }
                }),
            .method(
                "ToString", "The string itself.", [],
                NetBody { (text: NetString) throws(EvaluationError) -> NetString in
                    text
                }),
            .method(
                "ToString", "The string itself.", ["provider"],
                NetBody { (text: NetString, _: Instance<NetFormatProvider>?) throws(EvaluationError) -> NetString in
                    text
                }),
            .method(
                "Normalize", "The string in normalization form C.", [],
                NetBody { (text: NetString) throws(EvaluationError) -> NetString in
                    try text.normalized(.formC)
                }),
            .method(
                "Normalize", "The string in a normalization form.", ["normalizationForm"],
                NetBody { (text: NetString, form: NormalizationForm) throws(EvaluationError) -> NetString in
                    try text.normalized(form)
                }),
            .method(
                "IsNormalized", "Whether the string is in normalization form C.", [],
                NetBody { (text: NetString) throws(EvaluationError) -> Bool in
                    try text.normalized(.formC) == text
                }),
            .method(
                "IsNormalized", "Whether the string is in a normalization form.", ["normalizationForm"],
                NetBody { (text: NetString, form: NormalizationForm) throws(EvaluationError) -> Bool in
                    try text.normalized(form) == text
                }),
        ]
    }

    private static var stringStatics: [NetMember] {
        [
            .staticMethod(
                "IsNullOrEmpty", "Whether the string is null or empty.", ["value"],
                NetBody { (text: NetString?) throws(EvaluationError) -> Bool in
                    text?.isEmpty ?? true
                }),
            .staticMethod(
                "IsNullOrWhiteSpace", "Whether the string is null or white space only.", ["value"],
                NetBody { (text: NetString?) throws(EvaluationError) -> Bool in
                    text?.isWhiteSpace ?? true
                }),
            .staticMethod(
                "Copy", "A copy of the string.", ["str"],
                NetBody { (text: NetString) throws(EvaluationError) -> NetString in
                    text
                }),
            .staticMethod(
                "Intern", "The one object that stands for a text; equal strings cannot be told apart here.", ["str"],
                NetBody { (text: NetString) throws(EvaluationError) -> NetString in
                    text
                }),
            .staticMethod(
                "IsInterned", "The one object that stands for a text; equal strings cannot be told apart here.", ["str"],
                NetBody { (text: NetString) throws(EvaluationError) -> NetString? in
                    text
                }),
        ]
    }
}
