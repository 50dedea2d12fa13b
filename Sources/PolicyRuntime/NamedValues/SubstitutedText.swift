import PolicyDiagnostics

/// A copy of a text, or of its end, in which values take the place of references.
struct SubstitutedText {
    private let original: MappedText
    private var string = ""
    private var map = SourceMap()
    private var position: Int
    private(set) var substitutions: [NamedValueSubstitution] = []

    init(of original: MappedText, from position: Int = 0) { (self.original, self.position) = (original, position) }

    mutating func substitute(_ reference: NamedValueReference, by value: NamedValue) {
        copy(upTo: reference.range.lowerBound)
        let start = map.derivedCount
        string += value.text
        if let origin = original.map.origin(of: reference.range) { map.append(count: value.text.utf8.count, from: origin) }
        position = reference.range.upperBound
        let derived = SourceRange(start, start + value.text.utf8.count)
        substitutions.append(NamedValueSubstitution(derived: derived, name: reference.name, isSecret: value.isSecret))
    }

    mutating func finish(upTo end: Int? = nil) -> MappedText {
        guard position > 0 || end != nil else { return original }
        copy(upTo: end ?? original.string.utf8.count)
        return MappedText(string, map: map)
    }

    private mutating func copy(upTo end: Int) {
        guard end > position else { return }
        let utf8 = original.string.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: position)
        string += original.string[start..<utf8.index(start, offsetBy: end - position)]
        map.append(SourceRange(position, end), of: original.map)
        position = end
    }
}
