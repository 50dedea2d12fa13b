/// Runs a compiled regular expression over a text: bytes where it is ASCII, UTF-16 units elsewhere.
///
/// The matcher backtracks with a stack of its own, so that neither the text nor the pattern can exhaust the thread's.
struct RegexMatcher<Unit: FixedWidthInteger & UnsignedInteger>: ~Copyable {
    let program: RegexProgram
    let text: UnsafeBufferPointer<Unit>
    /// Where the search began: `\G`.
    let start: Int
    var position = 0
    var stack = RegexStack()
    var timer: RegexTimer
    /// All captures, and the index of each group's last one.
    private(set) var captures: [RegexCaptureEntry] = []
    private(set) var lastCaptures: [Int32]
    private var registers: [Int32]
    private var counts: [(count: Int32, mark: Int32)]

    init(_ program: RegexProgram, _ text: UnsafeBufferPointer<Unit>, start: Int, _ timer: RegexTimer) {
        (self.program, self.text, self.start, self.timer) = (program, text, start, timer)
        lastCaptures = Array(repeating: -1, count: program.groupCount)
        registers = Array(repeating: 0, count: program.registerCount)
        counts = Array(repeating: (0, -1), count: program.loops.count)
    }

    // MARK: The loop

    /// Whether the pattern matches from a position on; then `position` is where the match ends.
    mutating func matches(at first: Int, _ frame: inout Frame) throws(EvaluationError) -> Bool {
        position = first
        var next = 0
        while true {
            if timer.isDue { try timer.check(&frame, isExhausted: stack.isExhausted) }
            let instruction = program.instructions[next]
            next += 1
            if instruction.operation == .accept { return true }
            if execute(instruction, &next) { continue }
            guard let resumed = backtrack() else { return false }
            next = resumed
        }
    }

    @inline(__always)
    private mutating func execute(_ instruction: RegexInstruction, _ next: inout Int) -> Bool {
        switch instruction.operation {
        case .literal: return matchesLiteral(instruction)
        case .set: return matchesSet(instruction)
        case .repeatGreedily: return repeatGreedily(instruction, next)
        case .repeatLazily: return repeatLazily(instruction, next)
        case .repeatPossessively: return take(instruction, upTo: instruction.c) >= instruction.b
        case .anchor: return isAt(instruction.a)
        case .branch: stack.push(.resume, instruction.a, Int32(position))
        case .branchIfStarts: branch(instruction, &next)
        case .jump: next = Int(instruction.a)
        case .enterLoop: enterLoop(Int(instruction.a))
        case .testLoop: testLoop(instruction, &next)
        case .mark: setRegister(Int(instruction.a), to: Int32(position))
        case .capture: capture(instruction)
        case .balance: return balance(instruction)
        case .backreference: return matchesBackreference(instruction)
        default: return executeControl(instruction, &next)
        }
        return true
    }

    @inline(never)
    private mutating func executeControl(_ instruction: RegexInstruction, _ next: inout Int) -> Bool {
        let register = Int(instruction.a)
        switch instruction.operation {
        case .beginLook: begin(register)
        case .beginAtomic: setHeight(register)
        case .beginNegativeLook, .beginCondition:
            begin(register)
            stack.push(.resume, instruction.b, Int32(position))
        case .endLook, .endCondition:
            stack.cut(to: Int(registers[register]))
            position = Int(registers[register + 1])
        case .endAtomic: stack.cut(to: Int(registers[register]))
        case .endNegativeLook:
            let height = Int(registers[register])
            while stack.count > height { undo(stack.pop()) }
            return false
        case .testGroup: if lastCaptures[register] < 0 { next = Int(instruction.b) }
        default: return false
        }
        return true
    }

    // MARK: Units

    @inline(__always)
    func unit(_ index: Int) -> UInt16 { UInt16(truncatingIfNeeded: text.baseAddress.unsafelyUnwrapped[index]) }

    @inline(__always)
    private func contains(_ set: Int32, _ unit: UInt16) -> Bool {
        if unit < 128 { return program.setBits[Int(set) * 2 + Int(unit >> 6)] >> UInt64(unit & 63) & 1 != 0 }
        return program.sets[Int(set)].contains(unit)
    }

    private mutating func matchesLiteral(_ instruction: RegexInstruction) -> Bool {
        let count = Int(instruction.b), first = Int(instruction.a)
        guard instruction.isRightToLeft ? position >= count : text.count - position >= count else { return false }
        let from = instruction.isRightToLeft ? position - count : position
        for index in 0..<count {
            let unit = instruction.ignoresCase ? unit(from + index).regexLowerCase : unit(from + index)
            guard unit == program.literals[first + index] else { return false }
        }
        position = instruction.isRightToLeft ? from : from + count
        return true
    }

    @inline(__always)
    private mutating func matchesSet(_ instruction: RegexInstruction) -> Bool {
        let index = instruction.isRightToLeft ? position - 1 : position
        guard index >= 0, index < text.count, isIn(instruction, index) else { return false }
        position = instruction.isRightToLeft ? index : index + 1
        return true
    }

    @inline(__always)
    private func isIn(_ instruction: RegexInstruction, _ index: Int) -> Bool {
        contains(instruction.a, instruction.ignoresCase ? unit(index).regexLowerCase : unit(index))
    }

    private mutating func branch(_ instruction: RegexInstruction, _ next: inout Int) {
        let index = instruction.isRightToLeft ? position - 1 : position
        if index >= 0, index < text.count, contains(instruction.b, unit(index)) {
            stack.push(.resume, instruction.a, Int32(position))
        } else {
            next = Int(instruction.a)
        }
    }

    // MARK: Repetition of one unit

    /// Reads as many units of the set as there are, up to a number; gives how many.
    @inline(__always)
    private mutating func take(_ instruction: RegexInstruction, upTo maximum: Int32) -> Int32 {
        let available = instruction.isRightToLeft ? position : text.count - position
        let limit = min(available, Int(maximum))
        var count = 0
        if instruction.isRightToLeft {
            while count < limit, isIn(instruction, position - count - 1) { count += 1 }
            position -= count
        } else {
            while count < limit, isIn(instruction, position + count) { count += 1 }
            position += count
        }
        timer.count(count)
        return Int32(truncatingIfNeeded: count)
    }

    private mutating func repeatGreedily(_ instruction: RegexInstruction, _ next: Int) -> Bool {
        let from = position, count = take(instruction, upTo: instruction.c)
        guard count >= instruction.b else { return false }
        if count > instruction.b {
            let least = instruction.isRightToLeft ? from - Int(instruction.b) : from + Int(instruction.b)
            stack.push(.giveBack, Int32(next), Int32(least), Int32(position))
        }
        return true
    }

    private mutating func repeatLazily(_ instruction: RegexInstruction, _ next: Int) -> Bool {
        guard take(instruction, upTo: instruction.b) == instruction.b else { return false }
        if instruction.b < instruction.c { stack.push(.takeMore, Int32(next - 1), Int32(position), instruction.b) }
        return true
    }

    // MARK: Loops

    private mutating func enterLoop(_ loop: Int) {
        stack.push(.restoreLoop, Int32(loop), counts[loop].count, counts[loop].mark)
        counts[loop] = (0, -1)
    }

    /// A loop ends after a run that read nothing, since all further ones would do the same.
    private mutating func testLoop(_ instruction: RegexInstruction, _ next: inout Int) {
        let index = Int(instruction.a), loop = program.loops[index], state = counts[index]
        let isIdle = state.count > 0 && Int(state.mark) == position
        if state.count < loop.minimum, !isIdle {
            enterBody(index)
        } else if state.count >= loop.maximum || isIdle {
            next = Int(instruction.b)
        } else if loop.isLazy {
            stack.push(.enterBody, Int32(next), Int32(position), Int32(index))
            next = Int(instruction.b)
        } else {
            stack.push(.resume, instruction.b, Int32(position))
            enterBody(index)
        }
    }

    private mutating func enterBody(_ loop: Int) {
        stack.push(.restoreLoop, Int32(loop), counts[loop].count, counts[loop].mark)
        counts[loop] = (counts[loop].count + 1, Int32(position))
    }

    // MARK: Registers

    private mutating func setRegister(_ register: Int, to value: Int32) {
        stack.push(.restoreRegister, Int32(register), registers[register])
        registers[register] = value
    }

    private mutating func setHeight(_ register: Int) {
        stack.push(.restoreRegister, Int32(register), registers[register])
        registers[register] = Int32(stack.count)
    }

    private mutating func begin(_ register: Int) {
        setRegister(register + 1, to: Int32(position))
        setHeight(register)
    }

    // MARK: Captures

    private mutating func capture(_ instruction: RegexInstruction) {
        let mark = registers[Int(instruction.b)], position = Int32(position)
        append(instruction.a, min(mark, position), max(mark, position))
    }

    private mutating func append(_ group: Int32, _ start: Int32, _ end: Int32) {
        captures.append(RegexCaptureEntry(group: group, start: start, end: end, previous: lastCaptures[Int(group)]))
        lastCaptures[Int(group)] = Int32(captures.count - 1)
        stack.push(.uncapture, 0)
    }

    /// The group gets what lies between the capture that is taken back and the one that is made: the innermost part that
    /// is known of both.
    private mutating func balance(_ instruction: RegexInstruction) -> Bool {
        let last = lastCaptures[Int(instruction.c)]
        guard last >= 0 else { return false }
        let taken = captures[Int(last)]
        stack.push(.restoreCapture, instruction.c, last)
        lastCaptures[Int(instruction.c)] = taken.previous
        guard instruction.a >= 0 else { return true }
        let mark = registers[Int(instruction.b)], here = Int32(position)
        var (start, end) = (min(mark, here), max(mark, here))
        if start >= taken.end {
            (start, end) = (taken.end, start)
        } else if end <= taken.start {
            start = taken.start
        } else {
            (start, end) = (max(start, taken.start), min(end, taken.end))
        }
        append(instruction.a, start, end)
        return true
    }

    private mutating func matchesBackreference(_ instruction: RegexInstruction) -> Bool {
        let last = lastCaptures[Int(instruction.a)]
        // In ECMAScript a group that captured nothing matches nothing.
        guard last >= 0 else { return instruction.c != 0 }
        let entry = captures[Int(last)], count = Int(entry.end - entry.start)
        guard instruction.isRightToLeft ? position >= count : text.count - position >= count else { return false }
        let from = instruction.isRightToLeft ? position - count : position
        timer.count(count)
        for index in 0..<count {
            let (left, right) = (unit(Int(entry.start) + index), unit(from + index))
            guard left == right || (instruction.ignoresCase && left.regexLowerCase == right.regexLowerCase) else { return false }
        }
        position = instruction.isRightToLeft ? from : from + count
        return true
    }

    // MARK: Backtracking

    /// Where to go on after a failure; nil when there is no other way.
    private mutating func backtrack() -> Int? {
        while stack.count > 0 {
            let entry = stack.pop()
            switch entry.kind {
            case .resume:
                position = Int(entry.b)
                return Int(entry.a)
            case .giveBack:
                position = Int(entry.c) + (entry.c > entry.b ? -1 : 1)
                if position != Int(entry.b) { stack.push(.giveBack, entry.a, entry.b, Int32(position)) }
                return Int(entry.a)
            case .takeMore: if let next = takeMore(entry) { return next }
            case .enterBody:
                position = Int(entry.b)
                enterBody(Int(entry.c))
                return Int(entry.a)
            default: undo(entry)
            }
        }
        return nil
    }

    private mutating func takeMore(_ entry: RegexStackEntry) -> Int? {
        let instruction = program.instructions[Int(entry.a)]
        position = Int(entry.b)
        guard matchesSet(instruction) else { return nil }
        if entry.c + 1 < instruction.c { stack.push(.takeMore, entry.a, Int32(position), entry.c + 1) }
        return Int(entry.a) + 1
    }

    private mutating func undo(_ entry: RegexStackEntry) {
        switch entry.kind {
        case .restoreRegister: registers[Int(entry.a)] = entry.b
        case .restoreLoop: counts[Int(entry.a)] = (entry.b, entry.c)
        case .uncapture:
            let last = captures.removeLast()
            lastCaptures[Int(last.group)] = last.previous
        case .restoreCapture: lastCaptures[Int(entry.a)] = entry.b
        default: break
        }
    }
}
