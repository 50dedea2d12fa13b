import ExpressionFuzzing
import PolicyExpressions

/// Takes the bytes that libFuzzer made up through the engine: the first says how far and as what, the others are the code.
@c(LLVMFuzzerTestOneInput)
public func expressionFuzzerTestOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    guard let mode = bytes.first else { return 0 }
    let stages = ExpressionProbe.Stage.allCases
    let code = String(decoding: bytes.dropFirst(), as: UTF8.self)
    let program = FuzzedProgram(code: code, kind: mode & 1 == 0 ? .single : .block)
    let findings = ExpressionProbe().run(program, upTo: stages[Int(mode / 2) % stages.count]).findings
    if !findings.isEmpty { fatalError(findings.joined(separator: "; ")) }
    return 0
}
