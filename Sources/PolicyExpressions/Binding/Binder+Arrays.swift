import PolicyDiagnostics

extension Binder {
    // MARK: new T[…]

    func bindArrayCreation(
        _ element: TypeSyntax, _ sizes: [ExpressionSyntax], _ ranks: [Int], _ initializer: InitializerSyntax?, _ range: SourceRange
    ) -> BoundExpression {
        var type = bindType(element)
        guard type != .error else { return .bad(range) }
        for rank in ranks.dropFirst().reversed() { type = .array(type, rank: rank) }
        let rank = ranks.first ?? 1
        let lengths = sizes.map { convert(bindValue($0), to: .int32) }
        guard !lengths.contains(where: \.isBad) else { return .bad(range) }
        if let initializer {
            return bindElements(of: initializer, element: type, rank: rank, expected: lengths, range)
        }
        guard !lengths.isEmpty else { return fail("CS1586", "an array needs a size or an initialiser", range) }
        let array = TypeSymbol.array(type, rank: rank)
        return rank == 1
            ? BoundExpression(.newArray(length: lengths[0]), array, range) : BoundExpression(.newMatrix(lengths: lengths), array, range)
    }

    /// `new[] { … }`: the type is found among the elements.
    func bindImplicitArray(_ rank: Int, _ initializer: InitializerSyntax, _ range: SourceRange) -> BoundExpression {
        guard let (syntaxes, lengths) = flattened(initializer, rank, range) else { return .bad(range) }
        let values = syntaxes.map(bindConvertible)
        guard !values.contains(where: \.isBad) else { return .bad(range) }
        guard let type = bestCommonType(values) else {
            return fail("CS0826", "the elements have no common type", range, hint: "write the type: new T[]")
        }
        return array(values.map { convert($0, to: type) }, type, lengths, range)
    }

    /// `{ … }` as the elements of an array of a known type, perhaps with sizes that the braces must agree with.
    func bindElements(
        of initializer: InitializerSyntax, element: TypeSymbol, rank: Int = 1, expected: [BoundExpression] = [], _ range: SourceRange
    ) -> BoundExpression {
        guard let (syntaxes, lengths) = flattened(initializer, rank, range) else { return .bad(range) }
        for (size, length) in zip(expected, lengths) {
            guard let constant = size.constant?.integer else {
                return fail("CS0150", "the size of an array with an initialiser must be constant", size.range)
            }
            guard constant == Int64(length) else {
                return fail("CS0847", "the initialiser has \(length) elements where the size says \(constant)", initializer.range)
            }
        }
        return array(syntaxes.map { convert(bindConvertible($0), to: element) }, element, lengths, range)
    }

    private func array(_ values: [BoundExpression], _ element: TypeSymbol, _ lengths: [Int], _ range: SourceRange) -> BoundExpression {
        guard !values.contains(where: \.isBad) else { return .bad(range) }
        let type = TypeSymbol.array(element, rank: lengths.count)
        return lengths.count == 1
            ? BoundExpression(.arrayCreation(values), type, range)
            : BoundExpression(.matrixCreation(values, lengths: lengths), type, range)
    }

    /// The elements row by row, and how many there are in each dimension; nil when the braces do not form a block.
    private func flattened(_ initializer: InitializerSyntax, _ rank: Int, _ range: SourceRange) -> ([ExpressionSyntax], [Int])? {
        guard case .elements(let elements) = initializer.kind else {
            report("CS0623", "an array's initialiser holds values", initializer.range)
            return nil
        }
        if rank == 1 { return row(elements, initializer.range).map { ($0, [$0.count]) } }
        var all: [ExpressionSyntax] = [], inner: [Int]?
        for element in elements {
            guard case .nested(let nested) = element, let (values, lengths) = flattened(nested, rank - 1, range) else {
                report("CS0846", "each row of this array needs braces of its own", initializer.range)
                return nil
            }
            guard inner == nil || inner == lengths else {
                report("CS0847", "the rows of this array have different lengths", nested.range)
                return nil
            }
            inner = lengths
            all += values
        }
        return (all, [elements.count] + (inner ?? Array(repeating: 0, count: rank - 1)))
    }

    private func row(_ elements: [InitializerValueSyntax], _ range: SourceRange) -> [ExpressionSyntax]? {
        var result: [ExpressionSyntax] = []
        for element in elements {
            guard case .expression(let value) = element else {
                report("CS0623", "braces are only allowed for the rows of an array of several dimensions", range)
                return nil
            }
            result.append(value)
        }
        return result
    }

    // MARK: Elements

    /// `a[i]`, `a[i, j]`.
    func bindArrayElement(_ target: BoundExpression, _ element: TypeSymbol, rank: Int, _ arguments: [BoundArgument], _ range: SourceRange)
        -> BoundExpression
    {
        guard arguments.count == rank else { return fail("CS0022", "the array has \(rank) dimensions, not \(arguments.count)", range) }
        let indices = arguments.map { index($0.value) }
        guard !indices.contains(where: \.isBad) else { return .bad(range) }
        return rank == 1
            ? BoundExpression(.arrayElement(target, indices[0]), element, range)
            : BoundExpression(.matrixElement(target, indices), element, range)
    }

    /// An index may be of any integer type (C# §11.7.8.2); the larger ones are converted, checked.
    private func index(_ value: BoundExpression) -> BoundExpression {
        if let converted = implicitly(value, to: .int32) { return converted }
        guard [.uint32, .int64, .uint64].contains(value.type) else { return convert(value, to: .int32) }
        return overflowing(checked: true) { explicitly(value, to: .int32, value.range) ?? .bad(value.range) }
    }

    /// The type among the elements' own to which all of them convert (C# §11.6.3.15).
    func bestCommonType(_ values: [BoundExpression]) -> TypeSymbol? {
        let candidates = values.filter { !$0.isTypeless }.map(\.type)
        return candidates.first { type in values.allSatisfy { implicitConversion(of: $0, to: type) != nil } }
    }
}
