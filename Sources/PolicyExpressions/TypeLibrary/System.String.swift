extension NetType {
    /// `System.String`.
    static let string: NetType = NetType(
        "System", "String", keyword: "string", carrier: .string,
        interfaces: [
            .named(.enumerable, [.named(.char, [])]), .named(.comparable, []), .named(.comparableTo, [.string]),
            .named(.equatable, [.string]), .named(.convertible, []), .named(.cloneable, []),
        ]
    ) { stringParts + stringSearches + stringChanges + stringStatics }

    private static var stringParts: [NetMember] {
        [
            .property(
                "Length", "The number of UTF-16 units.",
                NetBody { (text: NetString) throws(EvaluationError) -> Int32 in Int32(text.utf16Count) }),
            .indexer(
                "The UTF-16 unit at a position.", ["index"],
                NetBody { (text: NetString, index: Int32) throws(EvaluationError) -> NetChar in NetChar(try text.unit(at: index)) }),
            .method(
                "Substring", "The text from a position on.", ["startIndex"],
                NetBody { (text: NetString, start: Int32) throws(EvaluationError) -> NetString in try text.substring(Int(start)) }),
            .method(
                "Substring", "The text from a position on, of a length.", ["startIndex", "length"],
                NetBody { (text: NetString, start: Int32, length: Int32) throws(EvaluationError) -> NetString in
                    try text.substring(Int(start), Int(length))
                }),
            .method(
                "Split", "The parts between any of the separators.", [.params("separator")],
                NetBody { (text: NetString, separators: [NetChar]?) throws(EvaluationError) -> [NetString] in
                    try text.split(separators?.map(\.unit))
                }),
            .method(
                "Split", "The parts between any of the separators, empty ones left out on request.", ["separator", "options"],
                NetBody { (text: NetString, separators: [NetChar]?, options: StringSplitOptions) throws(EvaluationError) -> [NetString] in
                    try text.split(separators?.map(\.unit), removingEmpty: options == .removeEmptyEntries)
                }),
            .method(
                "Split", "The parts between separators that are texts.", ["separator", "options"],
                NetBody {
                    (text: NetString, separators: [NetString?]?, options: StringSplitOptions) throws(EvaluationError) -> [NetString] in
                    try text.split(strings: separators, removingEmpty: options == .removeEmptyEntries)
                }),
            .method(
                "ToCharArray", "The UTF-16 units.",
                NetBody { (text: NetString) throws(EvaluationError) -> [NetChar] in text.utf16Array.map { NetChar($0) } }),
        ]
    }

    private static var stringSearches: [NetMember] {
        [
            .method(
                "Contains", "Whether a text stands in the string (ordinal).", ["value"],
                NetBody { (text: NetString, value: NetString) throws(EvaluationError) -> Bool in text.contains(value) }),
            .method(
                "Contains", "Whether a text stands in the string.", ["value", "comparisonType"],
                NetBody { (text: NetString, value: NetString, comparison: StringComparison) throws(EvaluationError) -> Bool in
                    text.contains(value, ignoringCase: comparison.ignoresCase)
                }),
            .method(
                "StartsWith", "Whether the string begins with a text.", ["value"],
                NetBody { (text: NetString, value: NetString) throws(EvaluationError) -> Bool in text.hasPrefix(value) }),
            .method(
                "StartsWith", "Whether the string begins with a text.", ["value", "comparisonType"],
                NetBody { (text: NetString, value: NetString, comparison: StringComparison) throws(EvaluationError) -> Bool in
                    text.hasPrefix(value, ignoringCase: comparison.ignoresCase)
                }),
            .method(
                "EndsWith", "Whether the string ends with a text.", ["value"],
                NetBody { (text: NetString, value: NetString) throws(EvaluationError) -> Bool in text.hasSuffix(value) }),
            .method(
                "EndsWith", "Whether the string ends with a text.", ["value", "comparisonType"],
                NetBody { (text: NetString, value: NetString, comparison: StringComparison) throws(EvaluationError) -> Bool in
                    text.hasSuffix(value, ignoringCase: comparison.ignoresCase)
                }),
            .method(
                "IndexOf", "The position of a text, or -1.", ["value"],
                NetBody { (text: NetString, value: NetString) throws(EvaluationError) -> Int32 in Int32(text.index(of: value)) }),
            .method(
                "IndexOf", "The position of a text, or -1.", ["value", "comparisonType"],
                NetBody { (text: NetString, value: NetString, comparison: StringComparison) throws(EvaluationError) -> Int32 in
                    Int32(text.index(of: value, ignoringCase: comparison.ignoresCase))
                }),
            .method(
                "IndexOf", "The position of a character, or -1.", ["value"],
                NetBody { (text: NetString, value: NetChar) throws(EvaluationError) -> Int32 in Int32(text.index(ofAny: [value.unit])) }),
            .method(
                "LastIndexOf", "The last position of a text, or -1.", ["value"],
                NetBody { (text: NetString, value: NetString) throws(EvaluationError) -> Int32 in Int32(text.lastIndex(of: value)) }),
            .method(
                "LastIndexOf", "The last position of a character, or -1.", ["value"],
                NetBody { (text: NetString, value: NetChar) throws(EvaluationError) -> Int32 in Int32(text.lastIndex(ofAny: [value.unit])) }
            ),
            .method(
                "Equals", "Whether both are the same text (ordinal).", ["value"],
                NetBody { (text: NetString, value: NetString?) throws(EvaluationError) -> Bool in text == value }),
            .method(
                "Equals", "Whether both are the same text.", ["value", "comparisonType"],
                NetBody { (text: NetString, value: NetString?, comparison: StringComparison) throws(EvaluationError) -> Bool in
                    value.map { comparison.ignoresCase ? text.equalsIgnoreCase($0) : text == $0 } ?? false
                }),
        ]
    }

    private static var stringChanges: [NetMember] {
        [
            .method(
                "Replace", "The string with one text in the place of another.", ["oldValue", "newValue"],
                NetBody { (text: NetString, old: NetString, new: NetString?) throws(EvaluationError) -> NetString in
                    try text.replacing(old, with: new)
                }),
            .method(
                "Replace", "The string with one character in the place of another.", ["oldChar", "newChar"],
                NetBody { (text: NetString, old: NetChar, new: NetChar) throws(EvaluationError) -> NetString in
                    text.replacing(unit: old.unit, with: new.unit)
                }),
            .method(
                "ToUpper", "The string in upper case.",
                NetBody { (text: NetString) throws(EvaluationError) -> NetString in text.uppercasedInvariant() }),
            .method(
                "ToLower", "The string in lower case.",
                NetBody { (text: NetString) throws(EvaluationError) -> NetString in text.lowercasedInvariant() }),
            .method(
                "ToUpperInvariant", "The string in upper case.",
                NetBody { (text: NetString) throws(EvaluationError) -> NetString in text.uppercasedInvariant() }),
            .method(
                "ToLowerInvariant", "The string in lower case.",
                NetBody { (text: NetString) throws(EvaluationError) -> NetString in text.lowercasedInvariant() }),
            .method(
                "Trim", "The string without white space at its ends.",
                NetBody { (text: NetString) throws(EvaluationError) -> NetString in text.trimmed() }),
            .method(
                "Trim", "The string without any of the characters at its ends.", [.params("trimChars")],
                NetBody { (text: NetString, units: [NetChar]?) throws(EvaluationError) -> NetString in text.trimmed(units?.map(\.unit)) }),
            .method(
                "TrimStart", "The string without any of the characters at its start.", [.params("trimChars")],
                NetBody { (text: NetString, units: [NetChar]?) throws(EvaluationError) -> NetString in text.trimmedStart(units?.map(\.unit))
                }),
            .method(
                "TrimEnd", "The string without any of the characters at its end.", [.params("trimChars")],
                NetBody { (text: NetString, units: [NetChar]?) throws(EvaluationError) -> NetString in text.trimmedEnd(units?.map(\.unit)) }
            ),
            .method(
                "PadLeft", "The string with characters in front of it up to a width.",
                ["totalWidth", .optional("paddingChar", .char(0x20))],
                NetBody { (text: NetString, width: Int32, unit: NetChar) throws(EvaluationError) -> NetString in
                    try text.paddedLeft(Int(width), with: unit.unit)
                }),
            .method(
                "PadRight", "The string with characters behind it up to a width.", ["totalWidth", .optional("paddingChar", .char(0x20))],
                NetBody { (text: NetString, width: Int32, unit: NetChar) throws(EvaluationError) -> NetString in
                    try text.paddedRight(Int(width), with: unit.unit)
                }),
            .method(
                "Insert", "The string with a text put in at a position.", ["startIndex", "value"],
                NetBody { (text: NetString, start: Int32, value: NetString) throws(EvaluationError) -> NetString in
                    try text.inserting(value, at: Int(start))
                }),
            .method(
                "Remove", "The string up to a position.", ["startIndex"],
                NetBody { (text: NetString, start: Int32) throws(EvaluationError) -> NetString in try text.removing(from: Int(start)) }),
            .method(
                "Remove", "The string without a number of characters from a position on.", ["startIndex", "count"],
                NetBody { (text: NetString, start: Int32, count: Int32) throws(EvaluationError) -> NetString in
                    try text.removing(Int(start), Int(count))
                }),
            .method(
                "ToString", "The string itself.", NetBody { (text: NetString) throws(EvaluationError) -> NetString in text }),
        ]
    }

    private static var stringStatics: [NetMember] {
        [
            .constant("Empty", "The empty string.", .string, .string("")),
            .staticMethod(
                "IsNullOrEmpty", "Whether the string is null or empty.", ["value"],
                NetBody { (text: NetString?) throws(EvaluationError) -> Bool in text?.isEmpty ?? true }),
            .staticMethod(
                "IsNullOrWhiteSpace", "Whether the string is null or white space only.", ["value"],
                NetBody { (text: NetString?) throws(EvaluationError) -> Bool in text?.isWhiteSpace ?? true }),
            .staticMethod(
                "Equals", "Whether both are the same text (ordinal).", ["a", "b"],
                NetBody { (a: NetString?, b: NetString?) throws(EvaluationError) -> Bool in a == b }),
            .staticMethod(
                "Equals", "Whether both are the same text.", ["a", "b", "comparisonType"],
                NetBody { (a: NetString?, b: NetString?, comparison: StringComparison) throws(EvaluationError) -> Bool in
                    guard let a, let b else { return a == nil && b == nil }
                    return comparison.ignoresCase ? a.equalsIgnoreCase(b) : a == b
                }),
            .staticMethod(
                "Join", "The texts with a separator between them.", ["separator", .params("value")],
                NetBody { (separator: NetString?, texts: [NetString?]) throws(EvaluationError) -> NetString in
                    NetString.join(separator ?? "", texts)
                }),
            .staticMethod(
                "Concat", "The texts one behind the other.", [.params("values")],
                NetBody { (texts: [NetString?]) throws(EvaluationError) -> NetString in NetString.concatenate(texts.compactMap { $0 }) }),
        ]
    }
}
