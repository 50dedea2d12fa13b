/// Heights of what stands between nodes: that of the highest node in it.
extension SimpleNameSyntax {
    var height: Int { typeArguments?.reduce(0) { Swift.max($0, Int($1.height)) } ?? 0 }
}

extension [ArgumentSyntax] {
    var height: Int { reduce(0) { Swift.max($0, Int($1.expression.height)) } }
}

extension [ExpressionSyntax] {
    var height: Int { reduce(0) { Swift.max($0, Int($1.height)) } }
}

extension [StatementSyntax] {
    var height: Int { reduce(0) { Swift.max($0, Int($1.height)) } }
}

extension InitializerSyntax {
    /// Braces within braces count, since whoever walks them recurses.
    var height: Int {
        switch kind {
        case .members(let members): 1 + members.reduce(0) { Swift.max($0, $1.height) }
        case .elements(let elements): 1 + elements.reduce(0) { Swift.max($0, $1.height) }
        }
    }
}

extension MemberInitializerSyntax {
    var height: Int {
        guard case .index(let arguments) = target else { return value.height }
        return max(arguments.height, value.height)
    }
}

extension InitializerValueSyntax {
    var height: Int {
        switch self {
        case .expression(let expression): Int(expression.height)
        case .nested(let initializer): initializer.height
        }
    }
}

extension [ParameterSyntax] {
    var height: Int { reduce(0) { Swift.max($0, Int($1.type?.height ?? 0), Int($1.defaultValue?.height ?? 0)) } }
}

extension LambdaSyntax {
    var height: Int { max(parameters?.height ?? 0, body.height) }
}

extension LambdaSyntax.Body {
    var height: Int {
        switch self {
        case .expression(let expression): Int(expression.height)
        case .block(let block): Int(block.height)
        }
    }
}

extension PatternSyntax {
    var height: Int {
        switch kind {
        case .type(let type): Int(type.height)
        case .constant(let expression): Int(expression.height)
        case .declaration(let type, let designation): max(Int(type.height), designation.height)
        case .variable(let designation): designation.height
        }
    }
}

extension DesignationSyntax {
    var height: Int {
        guard case .parenthesized(let parts) = kind else { return 1 }
        return 1 + parts.reduce(0) { max($0, $1.height) }
    }
}

extension LocalDeclarationSyntax {
    var height: Int { declarators.reduce(Int(type.height)) { max($0, $1.initializer?.height ?? 0) } }
}

extension QueryExpressionSyntax {
    /// Clauses count one each: every one becomes a call around those before it.
    var height: Int { bodies.reduce(from.height) { max($0, $1.highestClause) } + bodies.reduce(0) { $0 + $1.clauses.count + 1 } }
}

extension QueryBodySyntax {
    fileprivate var highestClause: Int {
        let end =
            switch end {
            case .select(let expression): Int(expression.height)
            case .group(let expression, let key): max(Int(expression.height), Int(key.height))
            }
        return clauses.reduce(end) { max($0, $1.height) }
    }
}

extension FromClauseSyntax {
    var height: Int { max(Int(type?.height ?? 0), Int(source.height)) }
}

extension QueryClauseSyntax {
    fileprivate var height: Int {
        switch kind {
        case .from(let from): from.height
        case .letBinding(_, let expression), .filter(let expression): Int(expression.height)
        case .join(let join): join.height
        case .orderBy(let orderings): orderings.reduce(0) { max($0, Int($1.expression.height)) }
        }
    }
}

extension JoinClauseSyntax {
    fileprivate var height: Int {
        [source, left, right].reduce(Int(type?.height ?? 0)) { max($0, Int($1.height)) }
    }
}

extension SwitchSectionSyntax {
    var height: Int { labels.reduce(statements.height) { max($0, $1.height) } }
}

extension SwitchLabelSyntax {
    fileprivate var height: Int {
        guard case .pattern(let pattern, let condition) = kind else { return 0 }
        return max(pattern.height, Int(condition?.height ?? 0))
    }
}

extension ForLoopSyntax {
    var height: Int {
        let first =
            switch initializer {
            case .declaration(let declaration): declaration.height
            case .expressions(let expressions): expressions.height
            }
        return max(first, Int(condition?.height ?? 0), incrementors.height, Int(body.height))
    }
}

extension ForEachSyntax {
    var height: Int {
        let first =
            switch variable {
            case .single(let type, _): type.height
            case .deconstruction(let expression): expression.height
            }
        return max(Int(first), Int(collection.height), Int(body.height))
    }
}

extension TrySyntax {
    var height: Int { catches.reduce(max(Int(body.height), Int(finally?.height ?? 0))) { max($0, $1.height) } }
}

extension CatchClauseSyntax {
    fileprivate var height: Int { max(Int(type?.height ?? 0), Int(filter?.height ?? 0), Int(body.height)) }
}

extension ResourceSyntax {
    var height: Int {
        switch self {
        case .declaration(let declaration): declaration.height
        case .expression(let expression): Int(expression.height)
        }
    }
}
