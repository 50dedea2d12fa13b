@_spi(_Unicode) import Swift

/// `System.Text.NormalizationForm`.
enum NormalizationForm: Int32, NetEnumerationRepresentable {
    case formC = 1
    case formD = 2
    case formKC = 5
    case formKD = 6
    /// A number that is none of the members.
    case unknown = 0

    static var fallback: Self { .unknown }
    static var symbol: TypeSymbol { .named(.normalizationForm, []) }
}

extension NetString {
    /// `Normalize`; throws ArgumentException for lone surrogates.
    func normalized(_ form: NormalizationForm) throws(EvaluationError) -> NetString {
        guard form != .unknown else { throw .argument("Invalid normalization form.", "normalizationForm") }
        if isASCII { return self }
        guard self.form != .units else { throw .argument("Invalid Unicode code point found at index \(firstLoneSurrogate).", "strInput") }
        var scalars = String.UnicodeScalarView()
        switch form {
        case .formC: scalars.append(contentsOf: string._nfc)
        case .formD: scalars.append(contentsOf: string._nfd)
        default: throw .notSupported("Compatibility normalization (FormKC, FormKD) is not built in.")
        }
        return NetString(String(scalars))
    }

    private var firstLoneSurrogate: Int {
        let units = utf16Array
        var index = 0
        while index < units.count {
            let isPair = UTF16.isLeadSurrogate(units[index]) && index + 1 < units.count && UTF16.isTrailSurrogate(units[index + 1])
            if !isPair, UTF16.isSurrogate(units[index]) { return index }
            index += isPair ? 2 : 1
        }
        return index
    }
}

extension UTF16 {
    fileprivate static func isSurrogate(_ unit: UInt16) -> Bool { isLeadSurrogate(unit) || isTrailSurrogate(unit) }
}
