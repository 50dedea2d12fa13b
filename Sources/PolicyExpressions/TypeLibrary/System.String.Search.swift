// What stands in a text, and where.
extension NetType {
    static var stringPositions: [NetMember] { firstPositions + lastPositions }

    static var stringSearches: [NetMember] {
        [
            .method(
                "StartsWith", "Whether the string begins with a text, as the culture sees it.", ["value"],
                NetBody { (text: NetString, value: NetString) throws(EvaluationError) -> Bool in
                    try text.hasPrefix(value, .currentCulture)
                }),
            .method(
                "StartsWith", "Whether the string begins with a text, by a comparison.", ["value", "comparisonType"],
                NetBody { (text: NetString, value: NetString, comparison: StringComparison) throws(EvaluationError) -> Bool in
                    try text.hasPrefix(value, comparison)
                }),
            .method(
                "StartsWith", "Whether the string begins with a text, for a culture.", ["value", "ignoreCase", "culture"],
                NetBody {
                    (text: NetString, value: NetString, ignoringCase: Bool, _: Instance<NetCulture>?) throws(EvaluationError) -> Bool in
                    try text.hasPrefix(value, .culture(ignoringCase: ignoringCase))
                }),
            .method(
                "StartsWith", "Whether the string begins with a character.", ["value"],
                NetBody { (text: NetString, value: NetChar) throws(EvaluationError) -> Bool in
                    text.isEmpty ? false : text[utf16: 0] == value.unit
                }),
            .method(
                "EndsWith", "Whether the string ends with a text, as the culture sees it.", ["value"],
                NetBody { (text: NetString, value: NetString) throws(EvaluationError) -> Bool in
                    try text.hasSuffix(value, .currentCulture)
                }),
            .method(
                "EndsWith", "Whether the string ends with a text, by a comparison.", ["value", "comparisonType"],
                NetBody { (text: NetString, value: NetString, comparison: StringComparison) throws(EvaluationError) -> Bool in
                    try text.hasSuffix(value, comparison)
                }),
            .method(
                "EndsWith", "Whether the string ends with a text, for a culture.", ["value", "ignoreCase", "culture"],
                NetBody {
                    (text: NetString, value: NetString, ignoringCase: Bool, _: Instance<NetCulture>?) throws(EvaluationError) -> Bool in
                    try text.hasSuffix(value, .culture(ignoringCase: ignoringCase))
                }),
            .method(
                "EndsWith", "Whether the string ends with a character.", ["value"],
                NetBody { (text: NetString, value: NetChar) throws(EvaluationError) -> Bool in
                    text.isEmpty ? false : text[utf16: text.utf16Count - 1] == value.unit
                }),
            .method(
                "Contains", "Whether a text stands in the string, unit by unit.", ["value"],
                NetBody { (text: NetString, value: NetString) throws(EvaluationError) -> Bool in
                    text.contains(value)
                }),
            .method(
                "Contains", "Whether a text stands in the string, by a comparison.", ["value", "comparisonType"],
                NetBody { (text: NetString, value: NetString, comparison: StringComparison) throws(EvaluationError) -> Bool in
                    try text.indexOf(value, comparison) >= 0
                }),
            .method(
                "Contains", "Whether a character stands in the string.", ["value"],
                NetBody { (text: NetString, value: NetChar) throws(EvaluationError) -> Bool in
                    text.index(ofAny: [value.unit]) >= 0
                }),
            .method(
                "Contains", "Whether a character stands in the string, by a comparison.", ["value", "comparisonType"],
                NetBody { (text: NetString, value: NetChar, comparison: StringComparison) throws(EvaluationError) -> Bool in
                    try text.indexOf(NetString(value.unit), comparison) >= 0
                }),
        ]
    }

    private static var firstPositions: [NetMember] {
        [
            .method(
                "IndexOf", "The first position of a text as the culture sees it, or -1.", ["value"],
                NetBody { (text: NetString, value: NetString) throws(EvaluationError) -> Int32 in
                    try text.indexOf(value, .currentCulture)
                }),
            .method(
                "IndexOf", "The first position of a text, from a position on, or -1.", ["value", "startIndex"],
                NetBody { (text: NetString, value: NetString, start: Int32) throws(EvaluationError) -> Int32 in
                    try text.indexOf(value, from: start, .currentCulture)
                }),
            .method(
                "IndexOf", "The first position of a text in a part, or -1.", ["value", "startIndex", "count"],
                NetBody { (text: NetString, value: NetString, start: Int32, count: Int32) throws(EvaluationError) -> Int32 in
                    try text.indexOf(value, from: start, count: count, .currentCulture)
                }),
            .method(
                "IndexOf", "The first position of a text by a comparison, or -1.", ["value", "comparisonType"],
                NetBody { (text: NetString, value: NetString, comparison: StringComparison) throws(EvaluationError) -> Int32 in
                    try text.indexOf(value, comparison)
                }),
            .method(
                "IndexOf", "The first position of a text, from a position on by a comparison, or -1.",
                ["value", "startIndex", "comparisonType"],
                NetBody {
                    (text: NetString, value: NetString, start: Int32, comparison: StringComparison) throws(EvaluationError) -> Int32 in
                    try text.indexOf(value, from: start, comparison)
                }),
            .method(
                "IndexOf", "The first position of a text in a part by a comparison, or -1.",
                ["value", "startIndex", "count", "comparisonType"],
                NetBody {
                    (text: NetString, value: NetString, start: Int32, count: Int32, comparison: StringComparison) throws(EvaluationError)
                        -> Int32 in
                    try text.indexOf(value, from: start, count: count, comparison)
                }),
            .method(
                "IndexOf", "The first position of a character, or -1.", ["value"],
                NetBody { (text: NetString, value: NetChar) throws(EvaluationError) -> Int32 in
                    Int32(text.index(ofAny: [value.unit]))
                }),
            .method(
                "IndexOf", "The first position of a character by a comparison, or -1.", ["value", "comparisonType"],
                NetBody { (text: NetString, value: NetChar, comparison: StringComparison) throws(EvaluationError) -> Int32 in
                    try text.indexOf(NetString(value.unit), comparison)
                }),
            .method(
                "IndexOf", "The first position of a character, from a position on, or -1.", ["value", "startIndex"],
                NetBody { (text: NetString, value: NetChar, start: Int32) throws(EvaluationError) -> Int32 in
                    try text.indexOf(anyOf: [value.unit], from: start)
                }),
            .method(
                "IndexOf", "The first position of a character in a part, or -1.", ["value", "startIndex", "count"],
                NetBody { (text: NetString, value: NetChar, start: Int32, count: Int32) throws(EvaluationError) -> Int32 in
                    try text.indexOf(anyOf: [value.unit], from: start, count: count)
                }),
            .method(
                "IndexOfAny", "The first position of any of the characters, or -1.", ["anyOf"],
                NetBody { (text: NetString, units: [NetChar]) throws(EvaluationError) -> Int32 in
                    Int32(text.index(ofAny: units.map(\.unit)))
                }),
            .method(
                "IndexOfAny", "The first position of any of the characters, from a position on, or -1.", ["anyOf", "startIndex"],
                NetBody { (text: NetString, units: [NetChar], start: Int32) throws(EvaluationError) -> Int32 in
                    try text.indexOf(anyOf: units.map(\.unit), from: start)
                }),
            .method(
                "IndexOfAny", "The first position of any of the characters in a part, or -1.", ["anyOf", "startIndex", "count"],
                NetBody { (text: NetString, units: [NetChar], start: Int32, count: Int32) throws(EvaluationError) -> Int32 in
                    try text.indexOf(anyOf: units.map(\.unit), from: start, count: count)
                }),
        ]
    }

    private static var lastPositions: [NetMember] {
        [
            .method(
                "LastIndexOf", "The last position of a text as the culture sees it, or -1.", ["value"],
                NetBody { (text: NetString, value: NetString) throws(EvaluationError) -> Int32 in
                    try text.lastIndexOf(value, .currentCulture)
                }),
            .method(
                "LastIndexOf", "The last position of a text, backwards from a position, or -1.", ["value", "startIndex"],
                NetBody { (text: NetString, value: NetString, start: Int32) throws(EvaluationError) -> Int32 in
                    try text.lastIndexOf(value, from: start, .currentCulture)
                }),
            .method(
                "LastIndexOf", "The last position of a text in a part, or -1.", ["value", "startIndex", "count"],
                NetBody { (text: NetString, value: NetString, start: Int32, count: Int32) throws(EvaluationError) -> Int32 in
                    try text.lastIndexOf(value, from: start, count: count, .currentCulture)
                }),
            .method(
                "LastIndexOf", "The last position of a text by a comparison, or -1.", ["value", "comparisonType"],
                NetBody { (text: NetString, value: NetString, comparison: StringComparison) throws(EvaluationError) -> Int32 in
                    try text.lastIndexOf(value, comparison)
                }),
            .method(
                "LastIndexOf", "The last position of a text, backwards from a position by a comparison, or -1.",
                ["value", "startIndex", "comparisonType"],
                NetBody {
                    (text: NetString, value: NetString, start: Int32, comparison: StringComparison) throws(EvaluationError) -> Int32 in
                    try text.lastIndexOf(value, from: start, comparison)
                }),
            .method(
                "LastIndexOf", "The last position of a text in a part by a comparison, or -1.",
                ["value", "startIndex", "count", "comparisonType"],
                NetBody {
                    (text: NetString, value: NetString, start: Int32, count: Int32, comparison: StringComparison) throws(EvaluationError)
                        -> Int32 in
                    try text.lastIndexOf(value, from: start, count: count, comparison)
                }),
            .method(
                "LastIndexOf", "The last position of a character, or -1.", ["value"],
                NetBody { (text: NetString, value: NetChar) throws(EvaluationError) -> Int32 in
                    Int32(text.lastIndex(ofAny: [value.unit]))
                }),
            .method(
                "LastIndexOf", "The last position of a character, backwards from a position, or -1.", ["value", "startIndex"],
                NetBody { (text: NetString, value: NetChar, start: Int32) throws(EvaluationError) -> Int32 in
                    try text.lastIndexOf(anyOf: [value.unit], from: start, count: start &+ 1)
                }),
            .method(
                "LastIndexOf", "The last position of a character in a part, or -1.", ["value", "startIndex", "count"],
                NetBody { (text: NetString, value: NetChar, start: Int32, count: Int32) throws(EvaluationError) -> Int32 in
                    try text.lastIndexOf(anyOf: [value.unit], from: start, count: count)
                }),
            .method(
                "LastIndexOfAny", "The last position of any of the characters, or -1.", ["anyOf"],
                NetBody { (text: NetString, units: [NetChar]) throws(EvaluationError) -> Int32 in
                    Int32(text.lastIndex(ofAny: units.map(\.unit)))
                }),
            .method(
                "LastIndexOfAny", "The last position of any of the characters, backwards from a position, or -1.", ["anyOf", "startIndex"],
                NetBody { (text: NetString, units: [NetChar], start: Int32) throws(EvaluationError) -> Int32 in
                    try text.lastIndexOf(anyOf: units.map(\.unit), from: start, count: start &+ 1)
                }),
            .method(
                "LastIndexOfAny", "The last position of any of the characters in a part, or -1.", ["anyOf", "startIndex", "count"],
                NetBody { (text: NetString, units: [NetChar], start: Int32, count: Int32) throws(EvaluationError) -> Int32 in
                    try text.lastIndexOf(anyOf: units.map(\.unit), from: start, count: count)
                }),
        ]
    }
}
