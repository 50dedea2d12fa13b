import CPolicyXML
import PolicyDiagnostics

/// What libxml2 thinks of a document in which everything that it is not to see has been overwritten.
///
/// What overwrites is as long as what it replaces, so that offsets in the bytes that libxml2 sees are offsets in the author's text.
struct XMLWellFormedness {
    /// Why the document is not well-formed; nil when it is.
    var problem: (code: Int, offset: Int, message: String)?
    /// The numbers of elements and attributes.
    var counts: (elements: Int, attributes: Int) = (0, 0)

    private static let snippetStart = Array("<s>".utf8), snippetEnd = Array("</s>".utf8)

    /// Judges a document.
    ///
    /// - Parameters:
    ///   - masks: what is overwritten.
    ///   - isSnippet: whether an element has to be put around it.
    init(_ bytes: Bytes, masks: some Sequence<ScannedMask>, isSnippet: Bool) {
        var copy: [UInt8]?
        let shift = isSnippet ? Self.snippetStart.count : 0
        if isSnippet { copy = Self.snippetStart + bytes + Self.snippetEnd }
        for mask in masks {
            if copy == nil { copy = Array(bytes) }
            copy?.withUnsafeMutableBufferPointer { Self.overwrite($0, mask, shift) }
        }
        if let copy { copy.withUnsafeBufferPointer { judge($0) } } else { judge(bytes) }
        counts.elements -= isSnippet ? 1 : 0
        if let offset = problem?.offset { problem?.offset = min(max(0, offset - shift), bytes.count) }
    }

    private static func overwrite(_ buffer: UnsafeMutableBufferPointer<UInt8>, _ mask: ScannedMask, _ shift: Int) {
        let range = mask.range.shifted(by: shift)
        buffer[range.lowerBound..<range.upperBound].update(repeating: .space)
        guard mask.reason == .unquotedValue else { return }
        buffer[range.lowerBound] = .quote
        buffer[range.upperBound - 1] = .quote
    }

    private mutating func judge(_ bytes: Bytes) {
        var (error, found) = (policy_xml_error(), policy_xml_counts())
        let isGood = bytes.withMemoryRebound(to: CChar.self) { policy_xml_check($0.baseAddress, $0.count, &found, &error) } == 1
        counts = (found.elements, found.attributes)
        guard !isGood else { return }
        let message = withUnsafeBytes(of: &error.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        problem = (Int(error.code), Int(error.offset), message)
    }
}
