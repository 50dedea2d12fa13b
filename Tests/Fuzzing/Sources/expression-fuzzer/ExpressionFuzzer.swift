import CLibFuzzer
import ExpressionFuzzing
import Foundation
import PolicyExpressions

/// Has libFuzzer make up bytes and takes them through the engine.
@main
enum ExpressionFuzzer {
    static func main() {
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        let status = LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
            ExpressionFuzzer.probe(UnsafeBufferPointer(start: bytes, count: count))
            return 0
        }
        exit(status)
    }

    /// Takes bytes through the engine: the first says how far and as what, the others are the code.
    private static func probe(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let mode = bytes.first else { return }
        let stages = ExpressionProbe.Stage.allCases
        let code = String(decoding: bytes.dropFirst(), as: UTF8.self)
        let program = FuzzedProgram(code: code, kind: mode & 1 == 0 ? .single : .block)
        let findings = ExpressionProbe().run(program, upTo: stages[Int(mode / 2) % stages.count]).findings
        precondition(findings.isEmpty, findings.joined(separator: "; "))
    }
}
