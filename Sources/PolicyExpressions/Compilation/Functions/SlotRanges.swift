/// The slots of a frame that belong to one function: those that were numbered while it was bound.
struct SlotRanges: Sendable {
    var start = FrameLayout()
    var end = FrameLayout()
}

/// The values of a function's slots while another call of it runs.
struct SavedSlots {
    fileprivate var booleans: [Bool]
    fileprivate var int32s: [Int32]
    fileprivate var int64s: [Int64]
    fileprivate var doubles: [Double]
    fileprivate var strings: [NetString?]
    fileprivate var references: [NetObject?]
    fileprivate var values: [Value]
}

extension Frame {
    func save(_ slots: SlotRanges) -> SavedSlots {
        let (start, end) = (slots.start, slots.end)
        return SavedSlots(
            booleans: (start.booleans..<end.booleans).map { booleans[$0] },
            int32s: (start.int32s..<end.int32s).map { int32s[$0] },
            int64s: (start.int64s..<end.int64s).map { int64s[$0] },
            doubles: (start.doubles..<end.doubles).map { doubles[$0] },
            strings: (start.strings..<end.strings).map { strings[$0] },
            references: (start.references..<end.references).map { references[$0] },
            values: (start.values..<end.values).map { values[$0] })
    }

    mutating func restore(_ saved: SavedSlots, _ slots: SlotRanges) {
        let start = slots.start
        for (index, value) in saved.booleans.enumerated() { booleans[start.booleans + index] = value }
        for (index, value) in saved.int32s.enumerated() { int32s[start.int32s + index] = value }
        for (index, value) in saved.int64s.enumerated() { int64s[start.int64s + index] = value }
        for (index, value) in saved.doubles.enumerated() { doubles[start.doubles + index] = value }
        for (index, value) in saved.strings.enumerated() { strings[start.strings + index] = value }
        for (index, value) in saved.references.enumerated() { references[start.references + index] = value }
        for (index, value) in saved.values.enumerated() { values[start.values + index] = value }
    }
}
