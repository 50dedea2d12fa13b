import CPolicyXSLT

/// A compiled XSLT 1.0 stylesheet. It reaches neither files nor the network.
///
/// `@unchecked Sendable` is sound: the pointer is set once, the stylesheet behind it is only read by transformations
/// (libxslt keeps what they change in a context of their own), and it is freed when nobody holds this object any more.
final class Stylesheet: @unchecked Sendable {
    private let pointer: OpaquePointer

    /// Why a stylesheet or a document was refused.
    struct Failure: Error {
        var message: String

        fileprivate init(_ error: policy_xslt_error) {
            let text = withUnsafeBytes(of: error.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            message = String(text.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// Compiles a stylesheet.
    init(_ text: String) throws(Failure) {
        var error = policy_xslt_error()
        let compiled = Array(text.utf8).withUnsafeBytes { bytes in
            policy_xslt_compile(bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, &error)
        }
        guard let compiled else { throw Failure(error) }
        pointer = compiled
    }

    deinit { policy_xslt_free(pointer) }

    /// Transforms a document of UTF-8.
    func transform(_ document: [UInt8], _ parameters: [(name: String, value: String)]) throws(Failure) -> [UInt8] {
        var (output, error) = (policy_xslt_output(), policy_xslt_error())
        defer { policy_xslt_release(&output) }
        let isGood = Self.withTexts(parameters.flatMap { [$0.name, $0.value] }) { texts in
            document.withUnsafeBytes { bytes in
                policy_xslt_transform(pointer, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, texts, &output, &error)
            }
        }
        guard isGood == 1 else { throw Failure(error) }
        return Array(UnsafeRawBufferPointer(start: output.bytes, count: output.count))
    }

    /// Gives C its array of texts, with NULL at the end: they lie one behind the other in one buffer.
    private static func withTexts(_ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Int32) -> Int32 {
        var (bytes, starts) = ([CChar](), [Int]())
        for text in texts {
            starts.append(bytes.count)
            bytes += text.utf8CString
        }
        return bytes.withUnsafeBufferPointer { buffer in
            let pointers = starts.map { start in buffer.baseAddress.map { $0 + start } } + [nil]
            return pointers.withUnsafeBufferPointer { list in list.baseAddress.map(body) ?? 0 }
        }
    }
}
