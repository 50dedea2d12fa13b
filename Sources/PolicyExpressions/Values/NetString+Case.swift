extension NetString {
    /// `ToUpperInvariant`: each character by its simple mapping, so that ß stays ß.
    public func uppercasedInvariant() -> NetString {
        guard form == .ascii else { return mapped { $0.simpleUpperCase } }
        return withRawBytes { bytes in
            guard bytes.contains(where: { $0 &- 0x61 < 26 }) else { return self }
            return NetString(asciiCount: bytes.count) { output in
                for index in 0..<bytes.count { output[index] = bytes[index].asciiUpperCase }
            }
        }
    }

    /// `ToLowerInvariant`: each character by its simple mapping.
    public func lowercasedInvariant() -> NetString {
        guard form == .ascii else { return mapped { $0.simpleLowerCase } }
        return withRawBytes { bytes in
            guard bytes.contains(where: { $0 &- 0x41 < 26 }) else { return self }
            return NetString(asciiCount: bytes.count) { output in
                for index in 0..<bytes.count { output[index] = bytes[index].asciiLowerCase }
            }
        }
    }

    /// What ordinal comparison without regard to case compares.
    var ordinalUpperCase: NetString { uppercasedInvariant() }

    private func mapped(_ scalar: (Unicode.Scalar) -> Unicode.Scalar) -> NetString {
        // In the form with lone surrogates each unit is a scalar; surrogates are in a plane that has no case.
        var scalars = String.UnicodeScalarView()
        for character in text.unicodeScalars { scalars.append(scalar(character)) }
        return NetString(text: String(scalars), form: form)
    }

    /// Makes a string of ASCII bytes that a closure writes.
    init(asciiCount count: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
        let text = String(unsafeUninitializedCapacity: count) { output in
            write(UnsafeMutableBufferPointer(rebasing: output[0..<count]))
            return count
        }
        self.init(text: text, form: .ascii)
    }
}

extension UInt8 {
    var asciiUpperCase: UInt8 { self &- 0x61 < 26 ? self & 0xDF : self }
    var asciiLowerCase: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

extension UInt16 {
    /// `char.ToUpperInvariant`.
    public var simpleUpperCase: UInt16 {
        guard let scalar = Unicode.Scalar(self) else { return self }
        return UInt16(truncatingIfNeeded: scalar.simpleUpperCase.value)
    }

    /// `char.ToLowerInvariant`.
    public var simpleLowerCase: UInt16 {
        guard let scalar = Unicode.Scalar(self) else { return self }
        return UInt16(truncatingIfNeeded: scalar.simpleLowerCase.value)
    }

    /// `char.IsWhiteSpace`.
    public var isWhiteSpace: Bool {
        switch self {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// The simple upper-case mapping of Unicode, except that ı stays, as .NET's invariant culture has it.
    var simpleUpperCase: Unicode.Scalar {
        if isASCII { return Unicode.Scalar(UInt8(truncatingIfNeeded: value).asciiUpperCase) }
        if value == 0x131 { return self }
        let full = properties.uppercaseMapping.unicodeScalars
        guard full.count == 1, let mapped = full.first else { return simpleUpperCaseOfExpanding }
        return mapped
    }

    /// The simple lower-case mapping of Unicode, except that İ stays, as .NET's invariant culture has it.
    var simpleLowerCase: Unicode.Scalar {
        if isASCII { return Unicode.Scalar(UInt8(truncatingIfNeeded: value).asciiLowerCase) }
        let full = properties.lowercaseMapping.unicodeScalars
        guard full.count == 1, let mapped = full.first else { return self }
        return mapped
    }

    /// The simple mapping of a character whose full mapping is longer: only Greek letters with iota have one.
    private var simpleUpperCaseOfExpanding: Unicode.Scalar {
        switch value {
        case 0x1F80...0x1F87, 0x1F90...0x1F97, 0x1FA0...0x1FA7: Unicode.Scalar(value + 8) ?? self
        case 0x1FB3, 0x1FC3, 0x1FF3: Unicode.Scalar(value + 9) ?? self
        default: self
        }
    }
}
