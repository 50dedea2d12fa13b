/// Tells keywords from identifiers without making a string.
enum Keywords {
    struct Entry: Sendable {
        let packed: UInt128
        let kind: TokenKind
        let contextual: ContextualKeyword
    }

    static let longest = 10

    /// Entries by hash; about two in three slots are empty, so that a look-up compares once.
    private static let table: [[Entry]] = {
        var table = [[Entry]](repeating: [], count: 256)
        for (kind, words) in reserved {
            for word in words.split(separator: " ") { insert(Array(word.utf8), kind, .none, into: &table) }
        }
        for (contextual, word) in contextualWords { insert(Array(word.utf8), .identifier, contextual, into: &table) }
        return table
    }()

    /// The keyword at a place in a text, or `identifier`.
    static func lookUp(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (kind: TokenKind, contextual: ContextualKeyword) {
        guard end - start <= longest, end - start >= 2 else { return (.identifier, .none) }
        var packed: UInt128 = 0
        for index in start..<end { packed = packed << 8 | UInt128(bytes[index]) }
        for entry in table[slot(bytes[start], bytes[end - 1], end - start)] where entry.packed == packed {
            return (entry.kind, entry.contextual)
        }
        return (.identifier, .none)
    }

    private static func slot(_ first: UInt8, _ last: UInt8, _ count: Int) -> Int {
        Int(first &* 7 &+ last &* 31 &+ UInt8(truncatingIfNeeded: count) &* 61)
    }

    private static func insert(_ word: [UInt8], _ kind: TokenKind, _ contextual: ContextualKeyword, into table: inout [[Entry]]) {
        let packed = word.reduce(into: UInt128(0)) { $0 = $0 << 8 | UInt128($1) }
        table[slot(word.first ?? 0, word.last ?? 0, word.count)].append(Entry(packed: packed, kind: kind, contextual: contextual))
    }

    private static let reserved: [(TokenKind, String)] = [
        (.keywordBool, "bool"), (.keywordByte, "byte"), (.keywordSbyte, "sbyte"), (.keywordShort, "short"), (.keywordUshort, "ushort"),
        (.keywordInt, "int"), (.keywordUint, "uint"), (.keywordLong, "long"), (.keywordUlong, "ulong"), (.keywordChar, "char"),
        (.keywordFloat, "float"), (.keywordDouble, "double"), (.keywordDecimal, "decimal"), (.keywordString, "string"),
        (.keywordObject, "object"), (.keywordVoid, "void"), (.keywordAs, "as"), (.keywordBase, "base"), (.keywordBreak, "break"),
        (.keywordCase, "case"), (.keywordCatch, "catch"), (.keywordChecked, "checked"), (.keywordConst, "const"),
        (.keywordContinue, "continue"), (.keywordDefault, "default"), (.keywordDelegate, "delegate"), (.keywordDo, "do"),
        (.keywordElse, "else"), (.keywordFalse, "false"), (.keywordFinally, "finally"), (.keywordFixed, "fixed"), (.keywordFor, "for"),
        (.keywordForeach, "foreach"), (.keywordGoto, "goto"), (.keywordIf, "if"), (.keywordIn, "in"), (.keywordIs, "is"),
        (.keywordLock, "lock"), (.keywordNew, "new"), (.keywordNull, "null"), (.keywordOut, "out"), (.keywordParams, "params"),
        (.keywordRef, "ref"), (.keywordReturn, "return"), (.keywordSizeof, "sizeof"), (.keywordStackalloc, "stackalloc"),
        (.keywordSwitch, "switch"), (.keywordThis, "this"), (.keywordThrow, "throw"), (.keywordTrue, "true"), (.keywordTry, "try"),
        (.keywordTypeof, "typeof"), (.keywordUnchecked, "unchecked"), (.keywordUnsafe, "unsafe"), (.keywordUsing, "using"),
        (.keywordWhile, "while"),
        (
            .keywordOther,
            "abstract class enum event explicit extern implicit interface internal namespace operator override private protected public "
                + "readonly sealed static struct virtual volatile"
        ),
    ]

    private static let contextualWords: [(ContextualKeyword, String)] = [
        (.var, "var"), (.when, "when"), (.async, "async"), (.await, "await"), (.yield, "yield"), (.from, "from"), (.where, "where"),
        (.select, "select"), (.group, "group"), (.into, "into"), (.orderby, "orderby"), (.join, "join"), (.let, "let"), (.on, "on"),
        (.equals, "equals"), (.by, "by"), (.ascending, "ascending"), (.descending, "descending"),
    ]
}
