/// What is to be done when a way through the pattern has failed.
struct RegexStackEntry {
    enum Kind: Int32 {
        /// Goes on at instruction `a` from position `b`.
        case resume
        /// Gives back a unit of those from `b` to `c` and goes on at `a`.
        case giveBack
        /// Takes one unit more for the lazy repetition at `a`; `c` were taken up to position `b`.
        case takeMore
        /// Runs the body of the loop `c` at instruction `a` from position `b`.
        case enterBody
        /// Undoes: register `a` held `b`.
        case restoreRegister
        /// Undoes: loop `a` had run `b` times, the last time from `c`.
        case restoreLoop
        /// Undoes the newest capture.
        case uncapture
        /// Undoes: the last capture of group `a` was `b`.
        case restoreCapture

        var isUndo: Bool { rawValue >= Kind.restoreRegister.rawValue }
    }

    var kind: Kind
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0
}

/// The entries in the order in which they were pushed.
struct RegexStack: ~Copyable {
    private var entries: UnsafeMutablePointer<RegexStackEntry>
    private var capacity = 32
    private(set) var count = 0

    /// What a match may need: 16 MiB. A pattern that asks for more would not end in time either.
    private static let largestCapacity = 1 << 20

    init() { entries = .allocate(capacity: capacity) }
    deinit { entries.deallocate() }

    /// Whether the stack has grown over what it may take.
    var isExhausted: Bool { count >= Self.largestCapacity }

    @inline(__always)
    mutating func push(_ kind: RegexStackEntry.Kind, _ a: Int32, _ b: Int32 = 0, _ c: Int32 = 0) {
        if count == capacity { grow() }
        (entries + count).initialize(to: RegexStackEntry(kind: kind, a: a, b: b, c: c))
        count += 1
    }

    @inline(__always)
    mutating func pop() -> RegexStackEntry {
        count -= 1
        return entries[count]
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<RegexStackEntry>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: entries, count: count)
        entries.deallocate()
        (entries, capacity) = (larger, capacity * 2)
    }

    /// Forgets the other ways through what was pushed above a height, and keeps what undoes it.
    mutating func cut(to height: Int) {
        var kept = height
        for index in height..<count where entries[index].kind.isUndo {
            entries[kept] = entries[index]
            kept += 1
        }
        count = kept
    }
}

/// What a group captured, and the index of what it had captured before.
struct RegexCaptureEntry: Sendable {
    var group: Int32
    var start: Int32
    var end: Int32
    var previous: Int32

    var range: Range<Int> { Int(start)..<Int(end) }
}
