/// One step of a compiled regular expression.
struct RegexInstruction: Sendable {
    enum Operation: UInt8, Sendable {
        /// The units from `a` on, `b` of them.
        case literal
        /// A unit of the set `a`.
        case set
        /// `b` to `c` units of the set `a`: as many as possible, as few as possible, as many as possible and none given back.
        case repeatGreedily, repeatLazily, repeatPossessively
        /// The anchor `a`.
        case anchor
        /// Goes on with the next instruction, and at `a` should that fail.
        case branch
        /// The same, where the next unit must be one of the set `b` for the first branch to be worth a try.
        case branchIfStarts
        case jump
        /// Enters the loop `a`.
        case enterLoop
        /// Runs the body of the loop `a`, which follows, once more, or goes on at `b`.
        case testLoop
        /// Keeps the position in register `a`.
        case mark
        /// Captures from register `b` on by group `a`.
        case capture
        /// Takes back the last capture of group `c`; group `a`, unless it is negative, captures what lies between.
        case balance
        case backreference
        /// Looks around: register `a` keeps the height of the stack, the one behind it the position.
        case beginLook, endLook
        /// The same, and succeeds at `b` when the inside fails.
        case beginNegativeLook, endNegativeLook
        case beginAtomic, endAtomic
        /// Goes on at `b` when group `a` has captured nothing.
        case testGroup
        /// Goes on behind the condition, or at `b` when it fails.
        case beginCondition, endCondition
        case accept
    }

    var operation: Operation
    var isRightToLeft = false
    var ignoresCase = false
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0
}

/// A regular expression made ready to be matched. Immutable, and used by many tasks at once.
final class RegexProgram: Sendable {
    struct Loop: Sendable {
        var minimum: Int32
        var maximum: Int32
        var isLazy: Bool
    }

    let instructions: [RegexInstruction]
    let sets: [RegexCharacterSet]
    /// Two words for each set: which ASCII units belong to it.
    let setBits: [UInt64]
    let literals: [UInt16]
    let loops: [Loop]
    let registerCount: Int
    /// Places of groups in the order of their numbers.
    let groupCount: Int
    let isRightToLeft: Bool
    let search: RegexSearch

    init(_ builder: RegexCompiler, groupCount: Int, isRightToLeft: Bool, search: RegexSearch) {
        (instructions, sets, literals, loops) = (builder.instructions, builder.sets, builder.literals, builder.loops)
        setBits = builder.sets.flatMap { [$0.lowASCII, $0.highASCII] }
        (registerCount, self.groupCount, self.isRightToLeft, self.search) = (builder.registerCount, groupCount, isRightToLeft, search)
    }
}
