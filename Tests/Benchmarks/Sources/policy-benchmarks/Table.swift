/// The printed result.
enum Table {
    /// One line of it.
    struct Row {
        var name: String
        var measurement: Measurement
        /// What `measurement` is compared with.
        var baseline: Measurement?
        /// What the ratio should be at most.
        var aim: Double?
        /// What stands at the end of the line.
        var remark = ""
    }

    static func printHeading(_ title: String) {
        print("\n" + title)
        print(line("", "min ns", "median ns", "allocations", "ratio", "aim", ""))
    }

    static func print(_ row: Row) {
        let ratio = row.baseline.map { row.measurement.minimum / $0.minimum }
        print(
            line(
                row.name, rounded(row.measurement.minimum), rounded(row.measurement.median),
                row.measurement.allocations.map { fixed($0, 1) } ?? "?", ratio.map { fixed($0, 2) } ?? "",
                row.aim.map { fixed($0, 1) } ?? "", row.remark))
    }

    private static func print(_ text: String) { Swift.print(text) }

    private static func line(_ name: String, _ columns: String...) -> String {
        let name = name + String(repeating: " ", count: max(0, 44 - name.count))
        return name + columns.dropLast().map(rightAligned).joined() + "  " + (columns.last ?? "")
    }

    private static func rightAligned(_ text: String) -> String { String(repeating: " ", count: max(1, 13 - text.count)) + text }

    private static func rounded(_ value: Double) -> String { value < 100 ? fixed(value, 1) : fixed(value, 0) }

    static func fixed(_ value: Double, _ digits: Int) -> String {
        guard value.isFinite else { return "?" }
        // A difference of two runs can come out below zero.
        guard value >= 0 else { return "-" + fixed(-value, digits) }
        guard digits > 0 else { return String(Int(value.rounded())) }
        let scaled = Int((value * (digits == 1 ? 10 : 100)).rounded())
        let unit = digits == 1 ? 10 : 100
        let fraction = String(scaled % unit)
        return "\(scaled / unit)." + String(repeating: "0", count: digits - fraction.count) + fraction
    }
}
