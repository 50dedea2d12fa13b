import CLibFuzzer
import Foundation
import ExpressionFuzzing
import PolicyExpressions

/// Takes bytes through the engine: the first says how far and as what, the others are the code.
func probe(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let mode = bytes.first else { return }
    let stages = ExpressionProbe.Stage.allCases
    let code = String(decoding: bytes.dropFirst(), as: UTF8.self)
    let program = FuzzedProgram(code: code, kind: mode & 1 == 0 ? .single : .block)
    let findings = ExpressionProbe().run(program, upTo: stages[Int(mode / 2) % stages.count]).findings
    precondition(findings.isEmpty, findings.joined(separator: "; "))
}

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
let status = LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
    probe(UnsafeBufferPointer(start: bytes, count: count))
    return 0
}
exit(status)
