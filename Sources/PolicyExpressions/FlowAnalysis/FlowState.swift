/// What is known where control passes: whether it can pass at all, and which variables have a value then.
struct FlowState: Equatable {
    /// Whether control can get here.
    private(set) var isReachable: Bool
    private var assigned = VariableSet()

    /// Where the code begins: nothing has a value.
    static let start = FlowState(isReachable: true)
    /// Where control never gets: whatever is claimed of variables there holds.
    static let unreachable = FlowState(isReachable: false)

    private init(isReachable: Bool) { self.isReachable = isReachable }

    func isAssigned(_ variable: Int) -> Bool { !isReachable || assigned.contains(variable) }

    mutating func assign(_ variable: Int) {
        if isReachable { assigned.insert(variable) }
    }

    /// Adds what a local function assigned that was called; one that never ends claims everything.
    mutating func assign(_ other: FlowState) {
        guard isReachable else { return }
        if other.isReachable { assigned.formUnion(other.assigned) } else { assigned = .everything }
    }

    /// Passes a finally block that ends in a state: adds what it assigns, and gets no further when it never ends.
    mutating func pass(_ finally: FlowState) {
        if finally.isReachable { assign(finally) } else { self = .unreachable }
    }

    /// Two ways meet: a variable has a value when both gave it one.
    mutating func join(_ other: FlowState) {
        guard other.isReachable else { return }
        guard isReachable else {
            self = other
            return
        }
        assigned.formIntersection(other.assigned)
    }

    func joined(_ other: FlowState) -> FlowState {
        var state = self
        state.join(other)
        return state
    }
}

/// A set of variables by their numbers; sixty-four of them need no memory of their own.
private struct VariableSet: Equatable {
    private var first: UInt64 = 0
    private var more: [UInt64] = []
    private var isEverything = false

    static let everything: VariableSet = {
        var set = VariableSet()
        set.isEverything = true
        return set
    }()

    func contains(_ variable: Int) -> Bool {
        if isEverything { return true }
        if variable < 64 { return first & (1 << UInt64(variable)) != 0 }
        let word = variable / 64 - 1
        return word < more.count && more[word] & (1 << UInt64(variable % 64)) != 0
    }

    mutating func insert(_ variable: Int) {
        if isEverything { return }
        guard variable >= 64 else {
            first |= 1 << UInt64(variable)
            return
        }
        let word = variable / 64 - 1
        while more.count <= word { more.append(0) }
        more[word] |= 1 << UInt64(variable % 64)
    }

    mutating func formUnion(_ other: VariableSet) {
        if isEverything || other.isEverything {
            self = .everything
            return
        }
        first |= other.first
        while more.count < other.more.count { more.append(0) }
        for word in other.more.indices { more[word] |= other.more[word] }
    }

    mutating func formIntersection(_ other: VariableSet) {
        if other.isEverything { return }
        if isEverything {
            self = other
            return
        }
        first &= other.first
        while more.count > other.more.count { more.removeLast() }
        for word in more.indices { more[word] &= other.more[word] }
    }
}
