/// A regular expression as it was written, its options applied to every part.
indirect enum RegexNode: Sendable {
    case empty
    case unit(UInt16, ignoresCase: Bool)
    case set(RegexCharacterSet, ignoresCase: Bool)
    case anchor(RegexAnchor)
    case concatenation([RegexNode])
    case alternation([RegexNode])
    /// `maximum` is nil without an upper bound.
    case loop(RegexNode, minimum: Int, maximum: Int?, isLazy: Bool)
    /// A group that captures by a number, or one that takes back the last capture of another, or both.
    case capture(RegexNode, group: Int?, balanced: Int?)
    case look(RegexNode, isBehind: Bool, isNegative: Bool)
    case atomic(RegexNode)
    case backreference(Int, ignoresCase: Bool)
    /// `(?(name)yes|no)`.
    case groupCondition(Int, RegexNode, RegexNode)
    /// `(?(expression)yes|no)`; the condition is a look ahead unless it was written otherwise.
    case condition(RegexNode, RegexNode, RegexNode)
}

/// A place in the text that a pattern can ask for.
enum RegexAnchor: Int32, Sendable {
    case beginning, lineBeginning, end, lineEnd, endOrBeforeLastLineBreak, start, boundary, nonBoundary, ecmaBoundary, ecmaNonBoundary
}

/// Why a pattern is not a regular expression.
struct RegexPatternError: Error {
    /// The problem in .NET's words.
    let problem: String
    /// How far .NET had read, in UTF-16 units.
    let offset: Int
}
