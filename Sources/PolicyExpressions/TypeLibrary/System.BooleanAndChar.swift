extension NetType {
    /// `System.Char`.
    static let char: NetType = NetType("System", "Char", .structure, keyword: "char", carrier: .int32) {
        [
            .staticMethod(
                "IsDigit", "Whether the character is a decimal digit.", ["c"],
                NetBody { (unit: NetChar) throws(EvaluationError) -> Bool in unit.scalar?.properties.generalCategory == .decimalNumber }),
            .staticMethod(
                "IsLetter", "Whether the character is a letter.", ["c"],
                NetBody { (unit: NetChar) throws(EvaluationError) -> Bool in unit.scalar?.isNetLetter ?? false }),
            .staticMethod(
                "IsLetterOrDigit", "Whether the character is a letter or a decimal digit.", ["c"],
                NetBody { (unit: NetChar) throws(EvaluationError) -> Bool in
                    guard let scalar = unit.scalar else { return false }
                    return scalar.isNetLetter || scalar.properties.generalCategory == .decimalNumber
                }),
            .staticMethod(
                "IsWhiteSpace", "Whether the character is white space.", ["c"],
                NetBody { (unit: NetChar) throws(EvaluationError) -> Bool in unit.unit.isWhiteSpace }),
            .staticMethod(
                "IsUpper", "Whether the character is an upper-case letter.", ["c"],
                NetBody { (unit: NetChar) throws(EvaluationError) -> Bool in unit.scalar?.properties.generalCategory == .uppercaseLetter }),
            .staticMethod(
                "IsLower", "Whether the character is a lower-case letter.", ["c"],
                NetBody { (unit: NetChar) throws(EvaluationError) -> Bool in unit.scalar?.properties.generalCategory == .lowercaseLetter }),
            .staticMethod(
                "ToUpper", "The upper-case letter.", ["c"],
                NetBody { (unit: NetChar) throws(EvaluationError) -> NetChar in NetChar(unit.unit.simpleUpperCase) }),
            .staticMethod(
                "ToLower", "The lower-case letter.", ["c"],
                NetBody { (unit: NetChar) throws(EvaluationError) -> NetChar in NetChar(unit.unit.simpleLowerCase) }),
        ]
    }
}

extension NetChar {
    /// The scalar, unless the unit is half of a surrogate pair.
    var scalar: Unicode.Scalar? { Unicode.Scalar(unit) }
}

extension Unicode.Scalar {
    fileprivate var isNetLetter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }
}
