/// `ToString()` of any value, in the invariant culture.
public enum ValueText {
    /// The text; nothing for null, as in a concatenation.
    ///
    /// - Throws: what a JSON token that is too deep to print throws.
    public static func text(of value: Value) throws(EvaluationError) -> NetString {
        switch value {
        case .null: ""
        case .boolean(let boolean): boolean ? "True" : "False"
        case .char(let unit): NetString(unit)
        case .single(let number): NumberFormatting.text(number)
        case .double(let number): NumberFormatting.text(number)
        case .decimal(let number): NumberFormatting.text(number)
        case .uint64(let number): NumberFormatting.text(number)
        case .string(let text): text
        case .dateTime(let date): NetString(date.invariantText)
        case .dateTimeOffset(let date): NetString(date.invariantText)
        case .timeSpan(let span): NetString(span.constantFormat)
        case .guid(let guid): NetString(guid.hyphenated)
        case .enumeration(let value): value.text
        case .object(let object): try text(of: object)
        default: NumberFormatting.text(value.integer ?? 0)
        }
    }

    /// `ToString()` of an object: its own text, or its type's name.
    static func text(of object: NetObject) throws(EvaluationError) -> NetString {
        switch object {
        case let token as JToken: return try token.text()
        case let url as URLObject: return NetString(url.url.description)
        case let pair as NetKeyValuePair:
            try pair.structuralNesting?.check()
            return NetString.concatenate(["[", try text(of: pair.key), ", ", try text(of: pair.value), "]"])
        case let tuple as NetTuple: return try text(of: tuple.items)
        case let object as NetAnonymousObject: return try text(of: object)
        case let type as NetTypeObject: return NetString(type.described.fullName)
        default: return try object.invariantText()
        }
    }
}

extension ValueText {
    /// `string.Concat`: the texts of the values one behind the other.
    static func concatenation(_ values: [Value]) throws(EvaluationError) -> NetString { try join("", values) }

    /// `string.Join`: the texts of the values with a separator between them.
    static func join(_ separator: NetString?, _ values: [Value]) throws(EvaluationError) -> NetString {
        var buffer = NetStringBuilderBuffer()
        for (index, value) in values.enumerated() {
            if index > 0, let separator { buffer.append(separator) }
            buffer.append(try text(of: value))
        }
        return buffer.string
    }

    /// `(1, a)`.
    private static func text(of items: [Value]) throws(EvaluationError) -> NetString {
        var parts: [NetString] = []
        for item in items { parts += [parts.isEmpty ? "(" : ", ", try text(of: item)] }
        return NetString.concatenate(parts + [")"])
    }

    /// `{ A = 1, B = x }`.
    private static func text(of object: NetAnonymousObject) throws(EvaluationError) -> NetString {
        var parts: [NetString] = []
        for (name, value) in object.members { parts += [parts.isEmpty ? "{ " : ", ", NetString(name), " = ", try text(of: value)] }
        return parts.isEmpty ? "{ }" : NetString.concatenate(parts + [" }"])
    }
}
