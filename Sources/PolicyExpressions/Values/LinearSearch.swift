/// The search of Knuth, Morris and Pratt for long texts: it takes as many steps as there are units, also for a text that
/// nearly occurs at every place.
struct LinearSearch<Unit: StringUnit> {
    /// Texts that are not longer are compared anew at every place, which is quicker for them.
    static var shortest: Int { 64 }

    private let wanted: UnsafeBufferPointer<Unit>
    private let isBackwards: Bool
    /// For each beginning of the text, how long its longest end is that is also a beginning.
    private let borders: [Int]

    /// Searches for a text of at least one unit, from the front or from the end.
    init(for wanted: UnsafeBufferPointer<Unit>, backwards: Bool) {
        (self.wanted, isBackwards) = (wanted, backwards)
        let unit = { (index: Int) in wanted[backwards ? wanted.count - 1 - index : index] }
        var borders = Array(repeating: 0, count: wanted.count), length = 0
        for index in wanted.indices.dropFirst() {
            while length > 0, unit(index) != unit(length) { length = borders[length - 1] }
            if unit(index) == unit(length) { length += 1 }
            borders[index] = length
        }
        self.borders = borders
    }

    /// Where the first occurrence in a range begins, or -1.
    func first(in units: UnsafeBufferPointer<Unit>, _ range: Range<Int>) -> Int {
        var first = -1
        walk(units, range) { place in
            first = place
            return false
        }
        return first
    }

    /// Visits every occurrence, also those that overlap, until the visit gives false.
    func walk(_ units: UnsafeBufferPointer<Unit>, _ range: Range<Int>, _ visit: (Int) -> Bool) {
        let last = wanted.count - 1
        var matched = 0
        for step in 0..<range.count {
            let place = isBackwards ? range.upperBound - 1 - step : range.lowerBound + step
            while matched > 0, units[place] != unit(matched) { matched = borders[matched - 1] }
            if units[place] == unit(matched) { matched += 1 }
            guard matched == wanted.count else { continue }
            guard visit(isBackwards ? place : place - last) else { return }
            matched = borders[last]
        }
    }

    private func unit(_ index: Int) -> Unit { wanted[isBackwards ? wanted.count - 1 - index : index] }
}
