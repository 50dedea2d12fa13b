import PolicyDiagnostics

@testable import PolicyExpressions

/// Writes syntax trees as short s-expressions.
enum SyntaxDump {
    static func dump(_ expression: ExpressionSyntax) -> String {
        switch expression.kind {
        case .literal(let literal): dump(literal)
        case .interpolatedString(let parts): list(["$"] + parts.map(dump))
        case .name(let name): dump(name)
        case .predefinedType(let type): type.rawValue
        case .aliasQualifiedName(let alias, let name): "\(alias.text)::\(dump(name))"
        case .memberAccess(let operand, let name): list([".", dump(operand), dump(name)])
        case .conditionalAccess(let operand, let whenNotNull): list(["?", dump(operand), dump(whenNotNull)])
        case .memberBinding(let name): "." + dump(name)
        case .elementBinding(let arguments): list(["[]"] + arguments.map(dump))
        case .invocation(let operand, let arguments): list(["call", dump(operand)] + arguments.map(dump))
        case .elementAccess(let operand, let arguments): list(["index", dump(operand)] + arguments.map(dump))
        case .prefixUnary(let prefix, let operand): list([prefix.rawValue, dump(operand)])
        case .postfixUnary(let operand, let postfix): list(["post" + postfix.rawValue, dump(operand)])
        case .binary(let left, let binary, let right): list([binary.rawValue, dump(left), dump(right)])
        case .assignment(let left, let assignment, let right): list([assignment.rawValue, dump(left), dump(right)])
        case .conditional(let condition, let whenTrue, let whenFalse): list(["?:", dump(condition), dump(whenTrue), dump(whenFalse)])
        case .cast(let type, let operand): list(["cast", dump(type), dump(operand)])
        case .isPattern(let operand, let pattern): list(["is", dump(operand), dump(pattern)])
        case .asType(let operand, let type): list(["as", dump(operand), dump(type)])
        default: dumpRest(expression)
        }
    }

    private static func dumpRest(_ expression: ExpressionSyntax) -> String {
        switch expression.kind {
        case .objectCreation(let type, let arguments, let initializer):
            list(["new", dump(type)] + (arguments.map { [list($0.map(dump))] } ?? []) + (initializer.map { [dump($0)] } ?? []))
        case .anonymousObjectCreation(let members):
            list(["new"] + members.map { ($0.name.map { $0.text + "=" } ?? "") + dump($0.expression) })
        case .arrayCreation(let element, let sizes, let ranks, let initializer):
            list(
                ["array", dump(element), list(sizes.map(dump)), "\(ranks)"] + (initializer.map { [dump($0)] } ?? []))
        case .implicitArrayCreation(let rank, let initializer): list(["array", "\(rank)", dump(initializer)])
        case .lambda(let lambda): dump(lambda)
        case .parenthesized(let operand): list(["paren", dump(operand)])
        case .tuple(let elements): list(["tuple"] + elements.map(dump))
        case .typeOf(let type): list(["typeof", dump(type)])
        case .sizeOf(let type): list(["sizeof", dump(type)])
        case .defaultOf(let type): list(["default", dump(type)])
        case .defaultLiteral: "default"
        case .checked(let isChecked, let operand): list([isChecked ? "checked" : "unchecked", dump(operand)])
        case .throwExpression(let operand): list(["throw", dump(operand)])
        case .query(let query): dump(query)
        case .declaration(let type, let designation): list(["declare", dump(type), dump(designation)])
        case .refExpression(let operand): list(["ref", dump(operand)])
        case .this: "this"
        case .base: "base"
        default: "missing"
        }
    }

    static func dump(_ literal: LiteralSyntax) -> String {
        switch literal {
        case .null: "null"
        case .boolean(let value): "\(value)"
        case .integer(let value): "\(value.magnitude)\(value.isUnsigned ? "u" : "")\(value.isLong ? "l" : "")\(value.isDecimal ? "" : "#")"
        case .real(let value): "\(value.text)\(value.suffix == .none ? "" : "\(value.suffix)")"
        case .character(let unit): "'\(unit)'"
        case .string(let value): dump(value)
        }
    }

    static func dump(_ value: StringLiteral) -> String {
        switch value {
        case .text(let text): "\"\(text)\""
        case .units(let units): "\(units)"
        }
    }

    private static func dump(_ part: InterpolatedStringPartSyntax) -> String {
        switch part {
        case .text(let text): dump(text)
        case .interpolation(let value, let alignment, let format, _):
            list(["hole", dump(value)] + (alignment.map { ["," + dump($0)] } ?? []) + (format.map { [":" + dump($0)] } ?? []))
        }
    }

    static func dump(_ name: SimpleNameSyntax) -> String {
        name.text + (name.typeArguments.map { "<" + $0.map(dump).joined(separator: ",") + ">" } ?? "")
    }

    static func dump(_ type: TypeSyntax) -> String {
        switch type.kind {
        case .predefined(let type): type.rawValue
        case .named(let alias, let parts): (alias.map { $0.text + "::" } ?? "") + parts.map(dump).joined(separator: ".")
        case .array(let element, let ranks): dump(element) + ranks.map { "[" + String(repeating: ",", count: $0 - 1) + "]" }.joined()
        case .nullable(let type): dump(type) + "?"
        case .tuple(let elements): "(" + elements.map { dump($0.type) + ($0.name.map { " " + $0.text } ?? "") }.joined(separator: ",") + ")"
        case .omitted: ""
        case .missing: "missing"
        }
    }

    private static func dump(_ argument: ArgumentSyntax) -> String {
        (argument.name.map { $0.text + ":" } ?? "") + (argument.referenceKind == .none ? "" : "\(argument.referenceKind) ")
            + dump(argument.expression)
    }

    private static func dump(_ initializer: InitializerSyntax) -> String {
        switch initializer.kind {
        case .members(let members):
            "{" + members.map { dump($0.target) + "=" + dump($0.value) }.joined(separator: " ") + "}"
        case .elements(let elements): "{" + elements.map(dump).joined(separator: " ") + "}"
        }
    }

    private static func dump(_ target: MemberInitializerSyntax.Target) -> String {
        switch target {
        case .member(let name): name.text
        case .index(let arguments): "[" + arguments.map(dump).joined(separator: " ") + "]"
        }
    }

    static func dump(_ value: InitializerValueSyntax) -> String {
        switch value {
        case .expression(let expression): dump(expression)
        case .nested(let initializer): dump(initializer)
        }
    }

    private static func dump(_ lambda: LambdaSyntax) -> String {
        list([lambda.isAnonymousMethod ? "delegate" : "lambda", lambda.parameters.map { list($0.map(dump)) } ?? "any", dump(lambda.body)])
    }

    static func dump(_ body: LambdaSyntax.Body) -> String {
        switch body {
        case .expression(let expression): dump(expression)
        case .block(let block): dump(block)
        }
    }

    static func dump(_ parameter: ParameterSyntax) -> String {
        (parameter.isParameterArray ? "params " : "") + (parameter.referenceKind == .none ? "" : "\(parameter.referenceKind) ")
            + (parameter.type.map { dump($0) + " " } ?? "") + parameter.identifier.text
            + (parameter.defaultValue.map { "=" + dump($0) } ?? "")
    }

    static func dump(_ pattern: PatternSyntax) -> String {
        switch pattern.kind {
        case .type(let type): "type:" + dump(type)
        case .constant(let expression): dump(expression)
        case .declaration(let type, let designation): list([dump(type), dump(designation)])
        case .variable(let designation): list(["var", dump(designation)])
        }
    }

    static func dump(_ designation: DesignationSyntax) -> String {
        switch designation.kind {
        case .single(let identifier): identifier.text
        case .discard: "_"
        case .parenthesized(let parts): list(parts.map(dump))
        }
    }

    private static func dump(_ query: QueryExpressionSyntax) -> String {
        list(["query", dump(query.from)] + query.bodies.map(dump))
    }

    private static func dump(_ from: FromClauseSyntax) -> String {
        list(["from"] + (from.type.map { [dump($0)] } ?? []) + [from.identifier.text, dump(from.source)])
    }

    private static func dump(_ body: QueryBodySyntax) -> String {
        let end =
            switch body.end {
            case .select(let expression): list(["select", dump(expression)])
            case .group(let expression, let key): list(["group", dump(expression), dump(key)])
            }
        return ((body.continuation.map { ["into " + $0.text] } ?? []) + body.clauses.map(dump) + [end]).joined(separator: " ")
    }

    private static func dump(_ clause: QueryClauseSyntax) -> String {
        switch clause.kind {
        case .from(let from): dump(from)
        case .letBinding(let identifier, let expression): list(["let", identifier.text, dump(expression)])
        case .filter(let expression): list(["where", dump(expression)])
        case .join(let join):
            list(
                ["join"] + (join.type.map { [dump($0)] } ?? []) + [
                    join.identifier.text, dump(join.source), dump(join.left), dump(join.right),
                ]
                    + (join.group.map { [$0.text] } ?? []))
        case .orderBy(let orderings): list(["orderby"] + orderings.map { dump($0.expression) + ($0.isDescending ? "↓" : "") })
        }
    }

    static func list(_ items: [String]) -> String { "(" + items.joined(separator: " ") + ")" }
}
