import ExpressionFuzzing
import Foundation
import PolicyExpressions

extension DonorOptions {
    private struct Case: Decodable {
        var kind: String
        var code: String
    }

    /// Reads the programs.
    func donors() throws -> [FuzzedProgram] {
        guard let cases else { return [] }
        let lines = try Data(contentsOf: URL(filePath: cases)).split(separator: UInt8(ascii: "\n"))
        return try lines.map { line in
            let row = try JSONDecoder().decode(Case.self, from: line)
            return FuzzedProgram(code: row.code, kind: ExpressionKind(rawValue: row.kind) ?? .single)
        }
    }

    /// The arguments that give a child process the same programs.
    var arguments: [String] { (cases.map { ["--cases", $0] } ?? []) + (area.map { ["--area", $0.rawValue] } ?? []) }
}
