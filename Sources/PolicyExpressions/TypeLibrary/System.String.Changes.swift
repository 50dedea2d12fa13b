// Texts made of one text.
extension NetType {
    static var stringChanges: [NetMember] {
        [
            .method(
                "Substring", "The text from a position on.", ["startIndex"],
                NetBody { (text: NetString, start: Int32) throws(EvaluationError) -> NetString in
                    try text.substring(Int(start))
                }),
            .method(
                "Substring", "The text from a position on, of a length.", ["startIndex", "length"],
                NetBody { (text: NetString, start: Int32, length: Int32) throws(EvaluationError) -> NetString in
                    try text.substring(Int(start), Int(length))
                }),
            .method(
                "Replace", "The string with one text in the place of another, found unit by unit.", ["oldValue", "newValue"],
                NetBody { (text: NetString, old: NetString, new: NetString?) throws(EvaluationError) -> NetString in
                    try text.replacing(old, with: new)
                }),
            .method(
                "Replace", "The string with one text in the place of another, found by a comparison.",
                ["oldValue", "newValue", "comparisonType"],
                NetBody {
                    (text: NetString, old: NetString, new: NetString?, comparison: StringComparison) throws(EvaluationError) -> NetString in
                    try text.replacing(old, with: new, comparison)
                }),
            .method(
                "Replace", "The string with one text in the place of another, found for a culture.",
                ["oldValue", "newValue", "ignoreCase", "culture"],
                NetBody {
                    (text: NetString, old: NetString, new: NetString?, ignoringCase: Bool, _: Instance<NetCulture>?) throws(EvaluationError)
                        -> NetString in
                    try text.replacing(old, with: new, .culture(ignoringCase: ignoringCase))
                }),
            .method(
                "Replace", "The string with one character in the place of another.", ["oldChar", "newChar"],
                NetBody { (text: NetString, old: NetChar, new: NetChar) throws(EvaluationError) -> NetString in
                    text.replacing(unit: old.unit, with: new.unit)
                }),
            .method(
                "Insert", "The string with a text put in at a position.", ["startIndex", "value"],
                NetBody { (text: NetString, start: Int32, value: NetString) throws(EvaluationError) -> NetString in
                    try text.inserting(value, at: Int(start))
                }),
            .method(
                "Remove", "The string up to a position.", ["startIndex"],
                NetBody { (text: NetString, start: Int32) throws(EvaluationError) -> NetString in
                    try text.removing(from: Int(start))
                }),
            .method(
                "Remove", "The string without a number of characters from a position on.", ["startIndex", "count"],
                NetBody { (text: NetString, start: Int32, count: Int32) throws(EvaluationError) -> NetString in
                    try text.removing(Int(start), Int(count))
                }),
            .method(
                "ToUpper", "The string in upper case.", [],
                NetBody { (text: NetString) throws(EvaluationError) -> NetString in
                    text.uppercasedInvariant()
                }),
            .method(
                "ToUpper", "The string in upper case for a culture.", ["culture"],
                NetBody { (text: NetString, _: Instance<NetCulture>?) throws(EvaluationError) -> NetString in
                    text.uppercasedInvariant()
                }),
            .method(
                "ToUpperInvariant", "The string in upper case for the invariant culture.", [],
                NetBody { (text: NetString) throws(EvaluationError) -> NetString in
                    text.uppercasedInvariant()
                }),
            .method(
                "ToLower", "The string in lower case.", [],
                NetBody { (text: NetString) throws(EvaluationError) -> NetString in
                    text.lowercasedInvariant()
                }),
            .method(
                "ToLower", "The string in lower case for a culture.", ["culture"],
                NetBody { (text: NetString, _: Instance<NetCulture>?) throws(EvaluationError) -> NetString in
                    text.lowercasedInvariant()
                }),
            .method(
                "ToLowerInvariant", "The string in lower case for the invariant culture.", [],
                NetBody { (text: NetString) throws(EvaluationError) -> NetString in
                    text.lowercasedInvariant()
                }),
        ]
    }

    static var stringTrims: [NetMember] {
        [
            .method(
                "Trim", "The string without white space at its ends.", [],
                NetBody { (text: NetString) throws(EvaluationError) -> NetString in
                    text.trimmed()
                }),
            .method(
                "Trim", "The string without a character at its ends.", ["trimChar"],
                NetBody { (text: NetString, unit: NetChar) throws(EvaluationError) -> NetString in
                    text.trimmed([unit.unit])
                }),
            .method(
                "Trim", "The string without any of the characters at its ends.", [.params("trimChars")],
                NetBody { (text: NetString, units: [NetChar]?) throws(EvaluationError) -> NetString in
                    text.trimmed(units?.map(\.unit))
                }),
            .method(
                "TrimStart", "The string without white space at its start.", [],
                NetBody { (text: NetString) throws(EvaluationError) -> NetString in
                    text.trimmedStart()
                }),
            .method(
                "TrimStart", "The string without a character at its start.", ["trimChar"],
                NetBody { (text: NetString, unit: NetChar) throws(EvaluationError) -> NetString in
                    text.trimmedStart([unit.unit])
                }),
            .method(
                "TrimStart", "The string without any of the characters at its start.", [.params("trimChars")],
                NetBody { (text: NetString, units: [NetChar]?) throws(EvaluationError) -> NetString in
                    text.trimmedStart(units?.map(\.unit))
                }),
            .method(
                "TrimEnd", "The string without white space at its end.", [],
                NetBody { (text: NetString) throws(EvaluationError) -> NetString in
                    text.trimmedEnd()
                }),
            .method(
                "TrimEnd", "The string without a character at its end.", ["trimChar"],
                NetBody { (text: NetString, unit: NetChar) throws(EvaluationError) -> NetString in
                    text.trimmedEnd([unit.unit])
                }),
            .method(
                "TrimEnd", "The string without any of the characters at its end.", [.params("trimChars")],
                NetBody { (text: NetString, units: [NetChar]?) throws(EvaluationError) -> NetString in
                    text.trimmedEnd(units?.map(\.unit))
                }),
            .method(
                "PadLeft", "The string with spaces in front of it up to a width.", ["totalWidth"],
                NetBody { (text: NetString, width: Int32) throws(EvaluationError) -> NetString in
                    try text.paddedLeft(Int(width))
                }),
            .method(
                "PadLeft", "The string with characters in front of it up to a width.", ["totalWidth", "paddingChar"],
                NetBody { (text: NetString, width: Int32, unit: NetChar) throws(EvaluationError) -> NetString in
                    try text.paddedLeft(Int(width), with: unit.unit)
                }),
            .method(
                "PadRight", "The string with spaces behind it up to a width.", ["totalWidth"],
                NetBody { (text: NetString, width: Int32) throws(EvaluationError) -> NetString in
                    try text.paddedRight(Int(width))
                }),
            .method(
                "PadRight", "The string with characters behind it up to a width.", ["totalWidth", "paddingChar"],
                NetBody { (text: NetString, width: Int32, unit: NetChar) throws(EvaluationError) -> NetString in
                    try text.paddedRight(Int(width), with: unit.unit)
                }),
        ]
    }

    static var stringSplits: [NetMember] {
        [
            .method(
                "Split", "The parts between any of the separators.", [.params("separator")],
                NetBody(framed: { (frame: inout Frame, text: NetString, separators: [NetChar]?) throws(EvaluationError) -> [NetString] in
                    try counted(text.split(separators?.map(\.unit)), &frame)
                })),
            .method(
                "Split", "The parts between any of the separators, at most a number of them.", ["separator", "count"],
                NetBody(framed: {
                    (frame: inout Frame, text: NetString, separators: [NetChar]?, count: Int32) throws(EvaluationError) -> [NetString] in
                    try counted(text.split(separators?.map(\.unit), maximum: Int(count)), &frame)
                })),
            .method(
                "Split", "The parts between any of the separators, empty ones left out on request.", ["separator", "options"],
                NetBody(framed: {
                    (frame: inout Frame, text: NetString, separators: [NetChar]?, options: StringSplitOptions) throws(EvaluationError)
                        -> [NetString] in
                    try counted(text.split(separators?.map(\.unit), removingEmpty: options.removesEmpty()), &frame)
                })),
            .method(
                "Split", "The parts between any of the separators, at most a number of them, empty ones left out on request.",
                ["separator", "count", "options"],
                NetBody(framed: {
                    (frame: inout Frame, text: NetString, separators: [NetChar]?, count: Int32, options: StringSplitOptions)
                        throws(EvaluationError)
                        -> [NetString] in
                    try counted(text.split(separators?.map(\.unit), maximum: Int(count), removingEmpty: options.removesEmpty()), &frame)
                })),
            .method(
                "Split", "The parts between a separator.", ["separator", .optional("options", .int32(0))],
                NetBody(framed: {
                    (frame: inout Frame, text: NetString, separator: NetChar, options: StringSplitOptions) throws(EvaluationError)
                        -> [NetString] in
                    try counted(text.split([separator.unit], removingEmpty: options.removesEmpty()), &frame)
                })),
            .method(
                "Split", "The parts between a separator, at most a number of them.",
                ["separator", "count", .optional("options", .int32(0))],
                NetBody(framed: {
                    (frame: inout Frame, text: NetString, separator: NetChar, count: Int32, options: StringSplitOptions)
                        throws(EvaluationError) -> [NetString]
                    in
                    try counted(text.split([separator.unit], maximum: Int(count), removingEmpty: options.removesEmpty()), &frame)
                })),
            .method(
                "Split", "The parts between a separator that is a text.", ["separator", .optional("options", .int32(0))],
                NetBody(framed: {
                    (frame: inout Frame, text: NetString, separator: NetString?, options: StringSplitOptions) throws(EvaluationError)
                        -> [NetString] in
                    try counted(text.split(string: separator, removingEmpty: options.removesEmpty()), &frame)
                })),
            .method(
                "Split", "The parts between a separator that is a text, at most a number of them.",
                ["separator", "count", .optional("options", .int32(0))],
                NetBody(framed: {
                    (frame: inout Frame, text: NetString, separator: NetString?, count: Int32, options: StringSplitOptions)
                        throws(EvaluationError)
                        -> [NetString] in
                    try counted(text.split(string: separator, maximum: Int(count), removingEmpty: options.removesEmpty()), &frame)
                })),
            .method(
                "Split", "The parts between separators that are texts.", ["separator", "options"],
                NetBody(framed: {
                    (frame: inout Frame, text: NetString, separators: [NetString?]?, options: StringSplitOptions) throws(EvaluationError)
                        -> [NetString] in
                    try counted(text.split(strings: separators, removingEmpty: options.removesEmpty()), &frame)
                })),
            .method(
                "Split", "The parts between separators that are texts, at most a number of them.", ["separator", "count", "options"],
                NetBody(framed: {
                    (frame: inout Frame, text: NetString, separators: [NetString?]?, count: Int32, options: StringSplitOptions)
                        throws(EvaluationError)
                        -> [NetString] in
                    try counted(text.split(strings: separators, maximum: Int(count), removingEmpty: options.removesEmpty()), &frame)
                })),
        ]
    }

    /// Counts the memory of as many parts as a text has separators.
    private static func counted(_ parts: [NetString], _ frame: inout Frame) throws(EvaluationError) -> [NetString] {
        try frame.allocate(parts.count * MemoryLayout<Value>.stride)
        return parts
    }
}
