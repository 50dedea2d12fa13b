/// The elements of an array: bytes and texts without a box each, as library members make and take them.
enum ArrayElements {
    case values([Value])
    case bytes([UInt8])
    case texts([NetString])

    var count: Int {
        switch self {
        case .values(let values): values.count
        case .bytes(let bytes): bytes.count
        case .texts(let texts): texts.count
        }
    }

    /// Every element in a box.
    var values: [Value] {
        switch self {
        case .values(let values): values
        case .bytes(let bytes): bytes.map { .byte($0) }
        case .texts(let texts): texts.map { .string($0) }
        }
    }

    subscript(index: Int) -> Value {
        switch self {
        case .values(let values): values[index]
        case .bytes(let bytes): .byte(bytes[index])
        case .texts(let texts): .string(texts[index])
        }
    }

    /// Puts a value in place of an element; one that is null, say, makes boxes of all.
    mutating func set(_ value: Value, at index: Int) {
        var changed = consume self
        self = .bytes([])
        switch (consume changed, value) {
        case (.bytes(var bytes), .byte(let byte)):
            bytes[index] = byte
            changed = .bytes(bytes)
        case (.texts(var texts), .string(let text)):
            texts[index] = text
            changed = .texts(texts)
        case (let elements, _):
            var values = (consume elements).values
            values[index] = value
            changed = .values(values)
        }
        self = changed
    }
}
