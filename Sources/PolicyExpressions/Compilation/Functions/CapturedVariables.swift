/// The captured variables of a request through which objects can hold each other in a circle.
///
/// A lambda keeps the cells of the variables that it captures, and one of these can hold the lambda itself: a function
/// that calls itself, a query over a list that it is in. .NET's collector finds such circles; here nothing would ever
/// release them. So the request knows its cells, and empties them when it ends: a delegate can leave an expression in a
/// variable of its request, but no further.
final class CapturedVariables {
    private var cells: [LocalCell] = []
    /// How many cells there may be before those that nobody else holds are dropped.
    private var sweepCount = CapturedVariables.firstSweepCount

    private static let firstSweepCount = 64

    var count: Int { cells.count }

    /// Remembers a cell that a delegate captured.
    func keep(_ cell: LocalCell) {
        guard !cell.isKept else { return }
        cell.isKept = true
        if cells.count >= sweepCount { sweep() }
        cells.append(cell)
    }

    /// Drops the cells that only this list holds. The next time is when there are twice as many, so that a loop that makes
    /// a lambda in each turn costs the same for each.
    private func sweep() {
        var (held, kept) = (cells, [LocalCell]())
        cells = []
        while var cell = held.popLast() {
            if !isKnownUniquelyReferenced(&cell) { kept.append(cell) }
        }
        cells = kept
        sweepCount = max(Self.firstSweepCount, kept.count * 2)
    }

    deinit { for cell in cells { cell.value = .null } }
}

extension LocalSymbol {
    /// Whether the variable can hold a delegate, or something that holds one.
    var canHoldDelegate: Bool {
        switch type.carrier {
        case .reference: true
        case .value: !type.unwrapped.isPlainData
        case .boolean, .int32, .int64, .double, .string, .void: false
        }
    }
}

extension TypeSymbol {
    /// Whether the type is a structure of the library that holds no objects, such as DateTime.
    fileprivate var isPlainData: Bool {
        guard case .named(let definition, let arguments) = self else { return false }
        return definition.kind == .structure && arguments.isEmpty
    }
}
