import Foundation
import PolicyDiagnostics
import Testing

@testable import PolicyExpressions

/// Expressions of real policies, and cases with the answers of the C# compiler, where they are on this machine.
struct SyntaxCorpusTests {
    struct Row: Decodable {
        struct Result: Decodable {
            let all: [String]?
        }

        let id: String
        let kind: String
        let code: String
        let code_decoded: String?
        let lex_error: String?
        let result: Result?
    }

    private static let shared = URL(filePath: #filePath).appending(path: "../../../../../shared").standardizedFileURL

    static func rows(_ path: String) throws -> [Row] {
        try String(contentsOf: shared.appending(path: path), encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(Row.self, from: Data($0.utf8))
        }
    }

    static func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: shared.appending(path: path).path) }

    /// Authors' errors: the C# compiler refuses each of them as well.
    private static let authorErrors: [String: Set<String>] = [
        // A formatter mangled the quotes: "name=""".
        "CS1003": ["e00043", "e00044", "e00045", "e00046", "e00133", "e00145", "e00146"],
        // Strings in single quotes.
        "CS1012": ["e00564", "e00565", "e00566", "e01313", "e02867", "e02868", "e02869", "e02870", "e02871", "e02872", "e03757"],
        // An expression without 'return' and ';' in @{ }, and one forgotten semicolon.
        "CS1002": [
            "e02873", "e02874", "e02875", "e02876", "e02877", "e02878", "e02880", "e02881", "e02882", "e02883", "e02884", "e04959",
            "e03424",
        ],
        // '...', '{ "name": true }', '<tag>' as placeholders in documentation, and '<>' for '!='.
        "CS1525": ["e02421", "e03453", "e03473"],
        // &quot; in a C# string that stands in a text that is not XML-escaped.
        "CS0214": ["e01592", "e01594", "e01617"],
        // ${name} as a placeholder.
        "CS1056": ["e03889"],
    ]

    @Test(.enabled(if: has("corpus/expressions.jsonl"))) func realExpressionsParse() throws {
        for row in try Self.rows("corpus/expressions.jsonl") where row.lex_error == nil {
            let code = (row.code_decoded ?? row.code).dropFirst(2).dropLast()
            let diagnostics = Self.parse(String(code), kind: row.kind)
            let expected = Self.authorErrors.first { $0.value.contains(row.id) }?.key
            #expect(diagnostics.first?.code.rawValue == expected, "\(row.id): \(diagnostics)")
        }
    }

    /// Codes that the C# compiler gives while parsing.
    private static let syntaxCodes: Set<String> = [
        "CS1001", "CS1002", "CS1003", "CS1009", "CS1010", "CS1012", "CS1021", "CS1026", "CS1035", "CS1039", "CS1056", "CS1073", "CS1513",
        "CS1525", "CS1733", "CS8076",
    ]

    @Test(.enabled(if: has("conformance/expressions.jsonl")), arguments: ["conformance/expressions.jsonl", "conformance/corpus.jsonl"])
    func agreesWithTheCompiler(_ path: String) throws {
        for row in try Self.rows(path) {
            let codes = Self.parse(row.code, kind: row.kind).map(\.code.rawValue)
            let compiler = Set(row.result?.all ?? [])
            if let first = codes.first {
                // What it takes for an entity, the compiler reads as an operator without a meaning.
                #expect(compiler.contains(first) || first == "CS0214" && compiler.contains("CS1073"), "\(row.id): \(codes)")
            } else {
                #expect(compiler.isDisjoint(with: Self.syntaxCodes), "\(row.id) is accepted")
            }
        }
    }

    private static func parse(_ code: String, kind: String) -> [SyntaxDiagnostic] {
        let options = ParserOptions(namedValuesAsIdentifiers: true)
        if kind == "single" { return Parser.parseExpression(Array(code.utf8), options: options).1 }
        return Parser.parseBlock(Array(code.utf8), options: options).1
    }
}
