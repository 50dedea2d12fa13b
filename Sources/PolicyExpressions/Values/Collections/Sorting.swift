/// Sorting and searching of elements, with orders that may throw.
enum Sorting {
    static func sorted(_ items: [Value], _ comparer: NetComparer?, _ frame: inout Frame) throws(EvaluationError) -> [Value] {
        try introspective(items, &frame) { (left, right, _) throws(EvaluationError) -> Int32 in
            if let comparer { return try comparer.compare(left, right) }
            return try ValueOrder.compare(left, right)
        }
    }

    static func sorted(_ items: [Value], by order: NetDelegate, _ frame: inout Frame) throws(EvaluationError) -> [Value] {
        try introspective(items, &frame) { (left, right, frame: inout Frame) throws(EvaluationError) -> Int32 in
            guard case .int32(let result) = try order.invoke(left, right, &frame) else { return 0 }
            return result
        }
    }

    /// A stable merge sort.
    static func merged<Element>(
        _ items: [Element], _ frame: inout Frame,
        _ order: (_ left: Element, _ right: Element, _ frame: inout Frame) throws(EvaluationError) -> Int32
    ) throws(EvaluationError) -> [Element] {
        guard items.count > 1 else { return items }
        try frame.step(items.count)
        let middle = items.count / 2
        let left = try merged(Array(items[..<middle]), &frame, order), right = try merged(Array(items[middle...]), &frame, order)
        var result: [Element] = [], l = 0, r = 0
        result.reserveCapacity(items.count)
        while l < left.count, r < right.count {
            if try order(left[l], right[r], &frame) <= 0 {
                result.append(left[l])
                l += 1
            } else {
                result.append(right[r])
                r += 1
            }
        }
        return result + left[l...] + right[r...]
    }

    /// The place of a value in sorted elements, or the complement of the place where it would stand.
    static func binarySearch(
        _ items: some RandomAccessCollection<Value>, _ wanted: Value, _ comparer: NetComparer? = nil
    ) throws(EvaluationError) -> Int32 {
        var low = 0, high = items.count - 1
        while low <= high {
            let middle = (low + high) / 2
            let item = items[items.index(items.startIndex, offsetBy: middle)]
            let order: Int32
            do throws(EvaluationError) {
                if let comparer { order = try comparer.compare(item, wanted) } else { order = try ValueOrder.compare(item, wanted) }
            } catch {
                throw incomparable(error)
            }
            if order == 0 { return Int32(middle) }
            if order < 0 { low = middle + 1 } else { high = middle - 1 }
        }
        return Int32(~low)
    }

    /// What a comparison threw, as sorting and searching let it out; limits stay what they are.
    static func incomparable(_ error: EvaluationError) -> EvaluationError {
        error.limit == nil ? .invalidOperation("Failed to compare two elements in the array.") : error
    }
}

enum Searching {
    static func first(
        _ items: some Sequence<Value>, _ predicate: NetDelegate, _ frame: inout Frame
    ) throws(EvaluationError) -> (offset: Int, element: Value)? {
        var offset = 0
        for item in items {
            if try predicate.test(item, &frame) { return (offset, item) }
            offset += 1
        }
        return nil
    }

    static func all(_ items: [Value], _ predicate: NetDelegate, _ frame: inout Frame) throws(EvaluationError) -> [Value] {
        var found: [Value] = []
        for item in items where try predicate.test(item, &frame) { found.append(item) }
        return found
    }
}
