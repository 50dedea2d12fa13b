/// Collects text piece by piece and makes one string of it.
///
/// Holds UTF-8 as long as what it gets is well-formed, and UTF-16 units from the first lone surrogate on.
public struct NetStringBuilderBuffer: Sendable {
    private var bytes: [UInt8] = []
    private var units: [UInt16]?
    private var isASCII = true
    /// A leading surrogate that waits for its other half.
    private var pendingSurrogate: UInt16?

    /// Makes an empty buffer.
    public init() {}

    /// Makes an empty buffer with room for some bytes.
    public init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// How many bytes are held, at least; to be compared with limits.
    public var byteCount: Int { bytes.count + (units?.count ?? 0) * 2 }

    /// Adds a string.
    public mutating func append(_ string: NetString) {
        if string.form == .units || units != nil || pendingSurrogate != nil { return appendUnits(string.utf16Array) }
        isASCII = isASCII && string.isASCII
        string.withRawBytes { bytes.append(contentsOf: $0) }
    }

    /// Adds one ASCII character.
    public mutating func append(ascii byte: UInt8) {
        if units != nil || pendingSurrogate != nil { return append(unit: UInt16(byte)) }
        bytes.append(byte)
    }

    /// Adds ASCII characters.
    public mutating func append(ascii text: StaticString) {
        text.withUTF8Buffer { append(asciiBytes: $0) }
    }

    /// Adds ASCII characters.
    public mutating func append(asciiBytes other: some Collection<UInt8>) {
        if units != nil || pendingSurrogate != nil { return appendUnits(other.map { UInt16($0) }) }
        bytes.append(contentsOf: other)
    }

    /// Adds bytes that are known to be well-formed UTF-8.
    mutating func append(wellFormedUTF8 other: UnsafeBufferPointer<UInt8>) {
        if units != nil || pendingSurrogate != nil { return appendUnits(Array(String(decoding: other, as: UTF8.self).utf16)) }
        isASCII = isASCII && !other.contains { $0 >= 0x80 }
        bytes.append(contentsOf: other)
    }

    /// Adds one UTF-16 unit.
    public mutating func append(unit: UInt16) {
        if units != nil { return units!.append(unit) }
        if let leading = pendingSurrogate {
            pendingSurrogate = nil
            guard UTF16.isTrailSurrogate(unit) else { return appendUnits([leading, unit]) }
            return append(scalar: UTF16.decode(UTF16.EncodedScalar([leading, unit])))
        }
        if UTF16.isLeadSurrogate(unit) {
            pendingSurrogate = unit
        } else if let scalar = Unicode.Scalar(unit) {
            append(scalar: scalar)
        } else {
            appendUnits([unit])
        }
    }

    private mutating func append(scalar: Unicode.Scalar) {
        isASCII = isASCII && scalar.isASCII
        bytes.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
    }

    private mutating func appendUnits(_ other: [UInt16]) {
        var all = units ?? Array(String(decoding: bytes, as: UTF8.self).utf16)
        if let leading = pendingSurrogate { all.append(leading) }
        (pendingSurrogate, units, bytes) = (nil, nil, [])
        all.append(contentsOf: other)
        units = all
    }

    /// What was collected.
    public var string: NetString {
        if let units { return NetString(utf16: units) }
        if let pendingSurrogate {
            var copy = self
            copy.pendingSurrogate = nil
            copy.appendUnits([pendingSurrogate])
            return copy.string
        }
        return NetString(text: String(decoding: bytes, as: UTF8.self), form: isASCII ? .ascii : .unicode)
    }
}

// MARK: - Changes in the middle

/// ASCII text is changed in place, as its bytes are its units; other text is turned into units first.
extension NetStringBuilderBuffer {
    private var isPlainASCII: Bool { isASCII && units == nil && pendingSurrogate == nil }

    /// The UTF-16 unit at an index, which must lie in the text.
    subscript(utf16 index: Int) -> UInt16 {
        mutating get {
            if isPlainASCII { return UInt16(bytes[index]) }
            appendUnits([])
            return units?[index] ?? 0
        }
        set { replace(index..<index + 1, with: NetString(newValue)) }
    }

    /// Replaces units, whose range must lie in the text.
    mutating func replace(_ range: Range<Int>, with text: NetString) {
        if isPlainASCII, text.isASCII { return text.withRawBytes { bytes.replaceSubrange(range, with: $0) } }
        appendUnits([])
        units?.replaceSubrange(range, with: text.utf16Array)
    }
}
