/// What a value is matched with in `is` and in a `case`.
enum BoundPattern {
    /// A constant: `object.Equals` decides.
    case constant(Value)
    /// A type, with the variable that takes the value; nil for `_`.
    case declaration(TypeSymbol, LocalSymbol?)
    /// `var x`, which also takes null; nil for `_`.
    case variable(LocalSymbol?)

    /// The variable that the pattern declares.
    var local: LocalSymbol? {
        switch self {
        case .constant: nil
        case .declaration(_, let local), .variable(let local): local
        }
    }
}
