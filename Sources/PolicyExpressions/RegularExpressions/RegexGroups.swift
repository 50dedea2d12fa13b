/// The groups of a pattern: their numbers and names.
struct RegexGroups: Sendable {
    /// The numbers in ascending order, 0 first.
    private(set) var numbers: [Int] = [0]
    /// The numbers of names, for groups that have a name of their own.
    private(set) var numbersByName: [String: Int] = [:]
    /// Where each number was first met in the pattern.
    private(set) var offsets: [Int: Int] = [0: 0]
    private var names: [(name: String, offset: Int)] = []

    /// The names in the order of the numbers; a group without a name has its number as name.
    var allNames: [String] {
        let byNumber = Dictionary(numbersByName.map { ($0.value, $0.key) }) { first, _ in first }
        return numbers.map { byNumber[$0] ?? String($0) }
    }

    func contains(_ number: Int) -> Bool { offsets[number] != nil }

    /// Where a group stands among all groups.
    func place(of number: Int) -> Int? {
        if numbers.indices.contains(number), numbers[number] == number { return number }
        return numbers.firstIndex(of: number)
    }

    /// The number of a name; digits name the group of that number.
    func number(named name: String) -> Int? {
        if let number = numbersByName[name] { return number }
        guard !name.isEmpty, name.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let number = Int(name), contains(number) else { return nil }
        return number
    }

    func name(of number: Int) -> String? {
        guard contains(number) else { return nil }
        return numbersByName.first { $0.value == number }?.key ?? String(number)
    }

    mutating func note(_ number: Int, at offset: Int) {
        if offsets[number] == nil { offsets[number] = offset }
    }

    mutating func note(_ name: String, at offset: Int) {
        if !names.contains(where: { $0.name == name }) { names.append((name, offset)) }
    }

    /// Numbers the named groups behind all others, in the order in which they were met.
    mutating func finish(nextNumber: Int) {
        var next = nextNumber
        for (name, offset) in names {
            while contains(next) { next += 1 }
            numbersByName[name] = next
            note(next, at: offset)
            next += 1
        }
        numbers = offsets.keys.sorted()
    }
}
