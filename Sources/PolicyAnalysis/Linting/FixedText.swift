public import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

extension SourceText {
    /// The text with the fixes of diagnostics put in; of fixes that overlap the first one stands, and another run takes the rest.
    public func applyingFixes(of diagnostics: some Sequence<Diagnostic>) -> (text: String, count: Int) {
        let fixes = diagnostics.compactMap(\.fix).filter { $0.span.source === self }
            .sorted { $0.span.range.lowerBound < $1.span.range.lowerBound }
        var (bytes, position, count): ([UInt8], Int, Int) = ([], 0, 0)
        for fix in fixes where fix.span.range.lowerBound >= position {
            bytes += utf8[position..<fix.span.range.lowerBound]
            bytes += Array(fix.replacement.utf8)
            (position, count) = (fix.span.range.upperBound, count + 1)
        }
        bytes += utf8[position...]
        return (String(decoding: bytes, as: UTF8.self), count)
    }
}
