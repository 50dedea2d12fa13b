import PolicyDiagnostics

/// A reference to a named value in a text: `{{name}}` or `<<name>>`.
struct NamedValueReference: Hashable {
    /// The name.
    var name: String
    /// The bytes of the reference, braces included.
    var range: SourceRange
    /// Whether it is written with angle brackets.
    var isAngle: Bool

    /// Whether a text holds a reference.
    static func occurs(in text: String) -> Bool { !all(in: text).isEmpty }

    /// The references of a text in order. A name has letters, digits, `-`, `.` and `_`; anything else in braces is no reference.
    static func all(in text: String) -> [NamedValueReference] {
        var text = text
        return text.withUTF8 { bytes in
            var found: [NamedValueReference] = []
            var position = 0
            while position < bytes.count {
                let mayBegin = bytes[position] == .openBrace || bytes[position] == .less
                guard mayBegin, let end = bytes.endOfNamedValue(at: position, limit: bytes.count) else {
                    position += 1
                    continue
                }
                found.append(NamedValueReference(in: bytes, SourceRange(position, end)))
                position = end
            }
            return found
        }
    }

    /// The references of C# code in order, with what they stand in.
    static func all(inCode code: String) -> [(NamedValueReference, ExpressionScanner.Region)] {
        var code = code
        return code.withUTF8 { bytes in
            var scanner = ExpressionScanner(bytes, from: 0, limit: bytes.count, readsEntities: false, collectsReferences: true)
            scanner.scanAll()
            return scanner.references.map { (NamedValueReference(in: bytes, $0.range), $0.region) }
        }
    }

    private init(in bytes: Bytes, _ range: SourceRange) {
        name = String(decoding: bytes[range.lowerBound + 2..<range.upperBound - 2], as: UTF8.self)
        self.range = range
        isAngle = bytes[range.lowerBound] == .less
    }
}
