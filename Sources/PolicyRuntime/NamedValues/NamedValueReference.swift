/// A reference to a named value in a text: `{{name}}` or `<<name>>`.
struct NamedValueReference: Hashable {
    /// The name.
    var name: String
    /// The bytes of the reference, braces included.
    var range: Range<Int>
    /// Whether it is written with angle brackets.
    var isAngle: Bool

    /// Whether a text may hold a reference.
    static func occurs(in text: String) -> Bool { !all(in: Array(text.utf8)).isEmpty }

    /// The references of a text in order. A name has letters, digits, `-`, `.` and `_`; anything else in braces is no reference.
    static func all(in bytes: [UInt8]) -> [NamedValueReference] {
        var found: [NamedValueReference] = []
        var index = 0
        while index + 4 < bytes.count {
            if let reference = reference(at: index, in: bytes) {
                found.append(reference)
                index = reference.range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private static func reference(at start: Int, in bytes: [UInt8]) -> NamedValueReference? {
        let open = bytes[start]
        guard open == UInt8(ascii: "{") || open == UInt8(ascii: "<"), bytes[start + 1] == open else { return nil }
        let close = open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ">")
        var end = start + 2
        while end < bytes.count, bytes[end].isNamedValueCharacter { end += 1 }
        guard end > start + 2, end + 1 < bytes.count, bytes[end] == close, bytes[end + 1] == close else { return nil }
        let name = String(decoding: bytes[start + 2..<end], as: UTF8.self)
        return NamedValueReference(name: name, range: start..<end + 2, isAngle: open == UInt8(ascii: "<"))
    }
}

extension UInt8 {
    fileprivate var isNamedValueCharacter: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
        default: false
        }
    }
}
