import PolicyExpressions

// `tablerow`, byte for byte as DotLiquid writes it, with the line breaks of Windows.
extension LiquidRenderer {
    mutating func renderTable(_ loop: LiquidLoop, _ columns: LiquidOperand?) throws(EvaluationError) {
        guard try evaluate(loop.collection).items != nil else { return }
        let items = Array(try segment(of: loop))
        let columnCount = try columns.map { columns throws(EvaluationError) in
            try LiquidFilter.whole(try evaluate(columns), items.count)
        }
        try write("<tr class=\"row1\">\r\n")
        try renderCells(items, of: loop, columnCount: columnCount ?? items.count)
        try write("</tr>\r\n")
    }

    private mutating func renderCells(_ items: [LiquidValue], of loop: LiquidLoop, columnCount: Int) throws(EvaluationError) {
        loopScopes.append([:])
        defer { loopScopes.removeLast() }
        var (row, column) = (1, 0)
        for (index, item) in items.enumerated() {
            try count(steps: 1)
            let state = Self.tableState(index, items.count, column, columnCount)
            loopScopes[loopScopes.count - 1] = [loop.variable: item, "tablerowloop": state]
            column += 1
            try write(NetString("<td class=\"col\(column)\">"))
            let completion = try render(loop.body)
            try write("</td>")
            if completion == .breakLoop { return }
            guard column == columnCount, index + 1 < items.count else { continue }
            (row, column) = (row + 1, 0)
            try write(NetString("</tr>\r\n<tr class=\"row\(row)\">"))
        }
    }

    private static func tableState(_ index: Int, _ count: Int, _ column: Int, _ columnCount: Int) -> LiquidValue {
        .dictionary(
            LiquidDictionary([
                ("length", .integer(Int64(count))), ("index", .integer(Int64(index + 1))), ("index0", .integer(Int64(index))),
                ("col", .integer(Int64(column + 1))), ("col0", .integer(Int64(column))), ("rindex", .integer(Int64(count - index))),
                ("rindex0", .integer(Int64(count - index - 1))), ("first", .boolean(index == 0)), ("last", .boolean(index == count - 1)),
                ("col_first", .boolean(column == 0)), ("col_last", .boolean(column == columnCount - 1)),
            ]))
    }
}
