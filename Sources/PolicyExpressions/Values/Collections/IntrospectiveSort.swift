extension Sorting {
    typealias Order<Element> = (_ left: Element, _ right: Element, _ frame: inout Frame) throws(EvaluationError) -> Int32

    /// The sort of `Array.Sort` and `List<T>.Sort`, which is not stable: equal elements end up in .NET's own order.
    ///
    /// - Throws: InvalidOperationException when a comparison throws; a limit that a comparison reached.
    static func introspective<Element>(
        _ items: [Element], _ frame: inout Frame, _ order: Order<Element>
    ) throws(EvaluationError) -> [Element] {
        guard items.count > 1 else { return items }
        try frame.step(items.count)
        var sort = IntrospectiveSort(items: items)
        do throws(EvaluationError) {
            // A depth of 2 (log₂ n + 1) is left by bad pivots only.
            try sort.sort(0, items.count - 1, depth: 2 * (Int.bitWidth - items.count.leadingZeroBitCount), &frame, order)
        } catch {
            throw incomparable(error)
        }
        return sort.items
    }
}

/// Quicksort with the median of three as pivot; short parts by insertion, and by heapsort what is divided badly.
///
/// It is .NET's algorithm step by step: which of two equal elements comes first depends on it.
private struct IntrospectiveSort<Element> {
    var items: [Element]
    private static var shortLength: Int { 16 }

    mutating func sort(
        _ first: Int, _ last: Int, depth: Int, _ frame: inout Frame, _ order: Sorting.Order<Element>
    ) throws(EvaluationError) {
        var last = last, depth = depth
        while last > first {
            let length = last - first + 1
            if length <= Self.shortLength { return try sortShort(first, last, &frame, order) }
            try frame.step(length)
            if depth == 0 { return try sortByHeap(first, last, &frame, order) }
            depth -= 1
            let pivot = try partition(first, last, &frame, order)
            try sort(pivot + 1, last, depth: depth, &frame, order)
            last = pivot - 1
        }
    }

    private mutating func sortShort(
        _ first: Int, _ last: Int, _ frame: inout Frame, _ order: Sorting.Order<Element>
    ) throws(EvaluationError) {
        switch last - first + 1 {
        case 2: try exchange(first, last, &frame, order)
        case 3:
            try exchange(first, last - 1, &frame, order)
            try exchange(first, last, &frame, order)
            try exchange(last - 1, last, &frame, order)
        default: try insert(first, last, &frame, order)
        }
    }

    /// Puts two elements into their order.
    private mutating func exchange(_ a: Int, _ b: Int, _ frame: inout Frame, _ order: Sorting.Order<Element>) throws(EvaluationError) {
        if a != b, try order(items[a], items[b], &frame) > 0 { items.swapAt(a, b) }
    }

    private mutating func insert(
        _ first: Int, _ last: Int, _ frame: inout Frame, _ order: Sorting.Order<Element>
    ) throws(EvaluationError) {
        for next in first..<last {
            let element = items[next + 1]
            var place = next
            while place >= first, try order(element, items[place], &frame) < 0 {
                items[place + 1] = items[place]
                place -= 1
            }
            items[place + 1] = element
        }
    }

    private mutating func partition(
        _ first: Int, _ last: Int, _ frame: inout Frame, _ order: Sorting.Order<Element>
    ) throws(EvaluationError) -> Int {
        let middle = first + (last - first) / 2
        try exchange(first, middle, &frame, order)
        try exchange(first, last, &frame, order)
        try exchange(middle, last, &frame, order)
        let pivot = items[middle]
        items.swapAt(middle, last - 1)
        var left = first, right = last - 1
        while left < right {
            // An order that contradicts itself would run out of the part.
            left += 1
            while left < last, try order(items[left], pivot, &frame) < 0 { left += 1 }
            right -= 1
            while right > first, try order(pivot, items[right], &frame) < 0 { right -= 1 }
            if left >= right { break }
            items.swapAt(left, right)
        }
        items.swapAt(left, last - 1)
        return left
    }

    private mutating func sortByHeap(
        _ first: Int, _ last: Int, _ frame: inout Frame, _ order: Sorting.Order<Element>
    ) throws(EvaluationError) {
        let count = last - first + 1
        for root in stride(from: count / 2, through: 1, by: -1) { try sink(root, count, first, &frame, order) }
        for end in stride(from: count, to: 1, by: -1) {
            items.swapAt(first, first + end - 1)
            try sink(1, end - 1, first, &frame, order)
        }
    }

    /// Moves the element at a place, counted from 1, down to where the heap wants it.
    private mutating func sink(
        _ place: Int, _ count: Int, _ first: Int, _ frame: inout Frame, _ order: Sorting.Order<Element>
    ) throws(EvaluationError) {
        let element = items[first + place - 1]
        var place = place
        while place <= count / 2 {
            var child = 2 * place
            if child < count, try order(items[first + child - 1], items[first + child], &frame) < 0 { child += 1 }
            guard try order(element, items[first + child - 1], &frame) < 0 else { break }
            items[first + place - 1] = items[first + child - 1]
            place = child
        }
        items[first + place - 1] = element
    }
}
