/// Changes a program token by token, so that what comes out is still close to C#.
struct TokenMutation {
    private var tokens: [String]
    private let donors: [FuzzedProgram]
    private var random: SeededRandom

    /// The program after some random changes.
    ///
    /// - Parameters:
    ///   - code: the program.
    ///   - donors: programs from which pieces are taken.
    static func mutated(_ code: String, donors: [FuzzedProgram], random: inout SeededRandom) -> String {
        var mutation = TokenMutation(tokens: tokens(of: code), donors: donors, random: random)
        for _ in 0...mutation.random.below(4) { mutation.change() }
        random = mutation.random
        return mutation.tokens.joined()
    }

    /// Words, numbers, strings without escapes, runs of blanks; every other character by itself.
    static func tokens(of code: String) -> [String] {
        var tokens: [String] = [], current = "", currentIsWord = false
        for character in code {
            let isWord = character.isLetter || character.isNumber || character == "_"
            if !current.isEmpty, !(isWord && currentIsWord) {
                tokens.append(current)
                current = ""
            }
            current.append(character)
            currentIsWord = isWord
        }
        return current.isEmpty ? tokens : tokens + [current]
    }

    private mutating func change() {
        let index = random.below(tokens.count + 1)
        switch random.below(10) {
        case 0: remove(at: index)
        case 1: insert([random.pick(Self.vocabulary)], at: index)
        case 2: replace(at: index, with: random.pick(Self.vocabulary))
        case 3: insert(piece(of: tokens, atMost: 40), at: index)
        case 4: insert(piece(of: donorTokens(), atMost: 60), at: index)
        case 5: swapTokens(index)
        case 6: nest(at: index)
        case 7: insert(Array(repeating: piece(of: tokens, atMost: 8).joined(), count: repetitions()), at: index)
        case 8: replace(at: index, with: random.pick(Self.numbers))
        default: tokens = Array(tokens.prefix(index))
        }
    }

    private mutating func remove(at index: Int) {
        let end = min(tokens.count, index + 1 + random.below(5))
        if index < end { tokens.removeSubrange(index..<end) }
    }

    private mutating func insert(_ piece: [String], at index: Int) { tokens.insert(contentsOf: piece, at: index) }

    private mutating func replace(at index: Int, with token: String) {
        if index < tokens.count { tokens[index] = token } else { tokens.append(token) }
    }

    private mutating func swapTokens(_ index: Int) {
        guard index < tokens.count else { return }
        tokens.swapAt(index, random.below(tokens.count))
    }

    /// Puts a pair of brackets, most often many times, around a part.
    private mutating func nest(at index: Int) {
        let (opening, closing) = random.pick(Self.nestings), count = repetitions()
        let end = min(tokens.count, index + random.below(6))
        tokens.insert(String(repeating: closing, count: count), at: end)
        tokens.insert(String(repeating: opening, count: count), at: index)
    }

    private mutating func donorTokens() -> [String] { donors.isEmpty ? tokens : Self.tokens(of: random.pick(donors).code) }

    private mutating func piece(of tokens: [String], atMost length: Int) -> [String] {
        guard !tokens.isEmpty else { return [] }
        let start = random.below(tokens.count)
        return Array(tokens[start..<min(tokens.count, start + 1 + random.below(length))])
    }

    /// Few as a rule; sometimes near the limits of height and nesting; seldom as many as a text can hold.
    private mutating func repetitions() -> Int {
        switch random.below(8) {
        case 0: 100 + random.below(160)
        case 1: 1_000 + random.below(4_000)
        default: 1 + random.below(6)
        }
    }

    private static let nestings = [
        ("(", ")"), ("{", "}"), ("[", "]"), ("$\"{", "}\""), ("new[]{", "}"), ("(int)", ""), ("x=>", ""), ("!", ""), ("-", ""),
        ("a?b:", ""),
        ("f(", ")"), ("if(true)", ""), ("new{a=", "}"), ("List<", ">"), ("(1,", ")"), ("1+", ""), ("a.", ""), ("a??", ""),
        ("try{", "}finally{}"),
        ("from x in y select ", ""), ("checked(", ")"), ("(Func<int>)(()=>", ")"), ("Enumerable.Range(0,9).Select(x=>", ")"),
        ("(dynamic)", ""),
        ("\"a\"+", ""), ("switch(1){default:", "break;}"), ("int f(int x){", "return x;}"), ("/*", ""), ("(object)", " as object"),
    ]

    private static let numbers = [
        "0", "1", "2147483647", "2147483648", "4294967296", "9223372036854775807", "9223372036854775808", "18446744073709551616", "0x",
        "0b", "1e",
        "1e999", "1e-999", "0.1m", "79228162514264337593543950336m", "1_", "0xFFFFFFFFFFFFFFFFF", "1UL", "1.f", "3d", "1e2147483648",
        "-2147483648",
        "0.00000000000000000000000000000000000000000001m", "int.MinValue",
    ]

    private static let vocabulary =
        keywords + [
            "(", ")", "[", "]", "{", "}", "<", ">", "=>", "??", "?.", "?[", "::", "..", "->", "++", "--", "<<=", ">>", "&&", "||", "==",
            "!=", ";",
            ",", ":", "?", ".", "@", "$", "#", "\\", "`", "~", "^", "%", "\"", "'", "$\"", "@\"", "{{", "}}", "/*", "*/", "//", "\r\n",
            "\u{2028}", "\0",
            "\u{FEFF}", "\u{200D}", "\u{1F600}", "e\u{301}", "\u{10FFFF}", "\\u0041", "\\ud800", "'\\x'", "var x =", "x", "f", "context",
            "Enumerable",
            "string.Empty", "int?", "List<int>", "JObject", "Func<int,int>", "(x) =>", "out var y", "ref x", "(int, int)", "is var z",
            "case", "_",
        ]

    private static let keywords = [
        "new", "this", "base", "null", "true", "false", "default", "is", "as", "typeof", "nameof", "sizeof", "checked", "unchecked",
        "await", "throw",
        "return", "if", "else", "for", "foreach", "in", "while", "do", "break", "continue", "goto", "switch", "case", "try", "catch",
        "finally",
        "when", "using", "lock", "const", "var", "dynamic", "out", "ref", "params", "int", "string", "object", "void", "decimal", "byte",
        "from",
        "where", "select", "group", "by", "into", "orderby", "join", "on", "equals", "let", "ascending", "stackalloc", "delegate", "yield",
        "async",
    ]
}
