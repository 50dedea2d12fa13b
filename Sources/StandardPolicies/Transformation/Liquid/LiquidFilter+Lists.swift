import PolicyExpressions

extension LiquidFilter {
    static let listFilters: [LiquidFilter] = [
        LiquidFilter("Size") { input, _, _ in .integer(Int64(input.count ?? 0)) },
        LiquidFilter("First") { input, _, _ in list(input)?.first ?? .null },
        LiquidFilter("Last") { input, _, _ in list(input)?.last ?? .null },
        LiquidFilter("Join", 0...1) { input, arguments, _ throws(EvaluationError) in
            guard let items = list(input) else { return input }
            let glue = arguments.first?.text ?? " "
            try checkLength(items.count, times: glue.utf16Count)
            return .string(NetString.join(glue, items.map(\.text)))
        },
        LiquidFilter("Map", 1...1) { input, arguments, _ in
            list(input).map { items in .list(items.map { $0.member(.string(arguments[0].text)) }) } ?? .null
        },
        LiquidFilter("Compact") { input, _, _ in list(input).map { .list(flattened($0).filter { $0 != .null }) } ?? input },
        LiquidFilter("Uniq") { input, _, _ in
            guard let items = list(input) else { return input }
            var seen: Set<LiquidValue> = []
            return .list(items.filter { seen.insert($0).inserted })
        },
        LiquidFilter("Reverse") { input, _, _ in list(input).map { .list($0.reversed()) } ?? input },
        LiquidFilter("Concat", 1...1) { input, arguments, _ in .list((list(input) ?? []) + (list(arguments[0]) ?? [])) },
        LiquidFilter("Sort", 0...1) { input, arguments, _ in
            guard let items = list(input) else { return input }
            return .list(sorted(items, by: arguments.first.map { .string($0.text) }))
        },
        LiquidFilter("SortNatural", 0...1) { input, arguments, _ in
            guard let items = list(input) else { return input }
            return .list(sorted(items, by: arguments.first.map { .string($0.text) }))
        },
        LiquidFilter("Where", 1...2) { input, arguments, _ in
            guard let items = list(input) else { return input }
            let wanted = arguments.count > 1 && arguments[1] != .null ? arguments[1] : nil
            return .list(
                items.filter { item in
                    let value = item.member(.string(arguments[0].text))
                    return wanted.map(value.isEqual) ?? value.isTrue
                })
        },
        LiquidFilter("Slice", 1...2) { input, arguments, _ throws(EvaluationError) in
            guard let count = input.count else { return .null }
            let offset = try whole(arguments[0], 0)
            let start = offset < 0 ? count + offset : offset
            guard start >= 0 || offset < 0, start <= count else { return .string(NetString()) }
            let end = min(count, start + (try length(arguments.count > 1 ? arguments[1] : nil, 1)))
            let range = max(0, start)..<max(max(0, start), end)
            if case .list(let items) = input { return .list(Array(items[range])) }
            return .string(try input.text.substring(range.lowerBound, range.count))
        },
    ]

    /// The items of a list; a dictionary is the list of its pairs.
    private static func list(_ value: LiquidValue) -> [LiquidValue]? {
        if case .string = value { nil } else { value.items }
    }

    /// Lists in a list give their items; trees of values are no deeper than the body's reader allows.
    private static func flattened(_ items: [LiquidValue]) -> [LiquidValue] {
        items.flatMap { item in
            if case .list(let inner) = item { flattened(inner) } else { [item] }
        }
    }

    /// Null first, numbers and dates in their order, and everything else by its text without regard to case.
    private static func sorted(_ items: [LiquidValue], by member: LiquidValue?) -> [LiquidValue] {
        let keyed = items.map { (key: member.map($0.member) ?? $0, item: $0) }
        return keyed.sorted { precedes($0.key, $1.key) }.map(\.item)
    }

    private static func precedes(_ left: LiquidValue, _ right: LiquidValue) -> Bool {
        if left == .null || right == .null { return left == .null && right != .null }
        if case .string = left { return left.text.compareOrdinalIgnoreCase(right.text) < 0 }
        return left.order(comparedTo: right).map { $0 < 0 } ?? (left.text.compareOrdinalIgnoreCase(right.text) < 0)
    }
}
