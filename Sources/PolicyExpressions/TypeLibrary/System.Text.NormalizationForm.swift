extension NetType {
    /// `System.Text.NormalizationForm`.
    static let normalizationForm: NetType = enumeration(
        "System.Text", "NormalizationForm", values: ["FormC": 1, "FormD": 2, "FormKC": 5, "FormKD": 6])

    /// What API Management allows of System.Text and of comparing texts.
    static let text: [NetType] = [
        stringBuilder, exceptionData, encoding, base64FormattingOptions,
    ]
}
