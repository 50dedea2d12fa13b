import PolicyDiagnostics

/// Makes operations of bound expressions. It recurses as deep as the tree is high, which the parser limits.
struct OperationBuilder {
    /// What temporaries of `?.` and `??` stand for.
    private var kept: [ObjectIdentifier: Operation] = [:]

    mutating func operation(_ bound: BoundExpression) -> Operation {
        let constant = bound.constant.map(Operation.Constant.init)
        switch bound.kind {
        case .conversion(let conversion, let operand): return converted(operand, by: conversion, bound)
        case .local(let local): return kept[ObjectIdentifier(local)] ?? node(.local(local.name), bound, over: [], constant)
        case .call(let member, let arguments, _): return call(member, arguments, bound, constant)
        case .coalesce(let left, let local, let value, let right):
            kept[ObjectIdentifier(local)] = operation(left)
            return node(.coalesce, bound, of: [value, right])
        case .conditionalAccess(let receiver, let local, let access):
            kept[ObjectIdentifier(local)] = operation(receiver)
            return node(.conditionalAccess, bound, of: [access])
        case .lambda(let function): return node(.other, bound, over: body(of: function))
        default:
            let (kind, operands) = parts(of: bound)
            return node(kind, bound, of: operands, constant)
        }
    }

    private mutating func call(
        _ member: NetMember, _ arguments: [BoundExpression], _ bound: BoundExpression, _ constant: Operation.Constant?
    ) -> Operation {
        var result = node(Self.kind(of: member), bound, of: arguments, constant)
        result.isStatic = member.isStatic && !member.isExtension
        return result
    }

    private static func kind(of member: NetMember) -> Operation.Kind {
        switch member.kind {
        case .constructor: .creation
        case .method: .call(member.name)
        case .property, .constant: .property(member.name)
        case .indexer: .indexer
        case .implicitConversion: .other
        case .explicitConversion: .cast
        }
    }

    /// Only conversions that may fail, which somebody wrote, are kept.
    private mutating func converted(_ operand: BoundExpression, by conversion: Conversion, _ bound: BoundExpression) -> Operation {
        switch conversion {
        case .unboxing, .downcast, .unwrapNullable: return node(.cast, bound, of: [operand])
        case .userDefined(let member): return node(member.kind == .explicitConversion ? .cast : .other, bound, of: [operand])
        case .dynamic(let isExplicit) where isExplicit: return node(.cast, bound, of: [operand])
        default:
            var inner = operation(operand)
            if let constant = bound.constant { inner.constant = Operation.Constant(constant) }
            return inner
        }
    }

    /// The kind and the operands of what needs no care.
    private func parts(of bound: BoundExpression) -> (Operation.Kind, [BoundExpression]) {
        switch bound.kind {
        case .literal: (.literal, [])
        case .context: (.context, [])
        case .unary(let symbol, let operand): (.operator(symbol == .not ? .not : .other), [operand])
        case .binary(let symbol, let left, let right): (.operator(Self.operator(symbol)), [left, right])
        case .concatenation(let operands): (.operator(.concatenation), operands)
        case .conditional(let test, let first, let second): (.conditional, [test, first, second])
        case .assignLocal(let local, let value), .declareLocal(let local, let value): (.assignLocal(local.name), [value])
        case .assignMember(let member, let arguments, _): (.assignMember(member.name), arguments)
        case .sequence(let first, let last): (.other, first + [last])
        case .isType(let value, _), .isPattern(let value, _): (.typeTest, [value])
        case .throwExpression(let value): (.throwing, [value])
        default: (.other, Self.otherOperands(of: bound))
        }
    }

    private static func otherOperands(of bound: BoundExpression) -> [BoundExpression] {
        switch bound.kind {
        case .arrayCreation(let elements), .anonymousObject(let elements), .tuple(let elements), .newMatrix(let elements),
            .matrixCreation(let elements, _), .dynamic(_, let elements), .functionCall(_, let elements):
            elements
        case .newArray(let value), .element(let value, _): [value]
        case .arrayElement(let first, let second), .assignElement(let first, _, let second): [first, second]
        case .assignArrayElement(let array, let index, let value): [array, index, value]
        case .matrixElement(let first, let rest), .invocation(let first, let rest): [first] + rest
        case .assignMatrixElement(let array, let indices, let value): [array] + indices + [value]
        default: []
        }
    }

    private static func `operator`(_ symbol: BoundBinaryOperator) -> Operation.Operator {
        switch symbol.operation {
        case .conditionalAnd: .conditionalAnd
        case .conditionalOr: .conditionalOr
        case .equal: .equal
        case .notEqual: .notEqual
        default: .other
        }
    }

    private mutating func node(
        _ kind: Operation.Kind, _ bound: BoundExpression, of operands: [BoundExpression], _ constant: Operation.Constant? = nil
    ) -> Operation {
        node(kind, bound, over: operands.map { operation($0) }, constant)
    }

    private func node(
        _ kind: Operation.Kind, _ bound: BoundExpression, over operands: [Operation], _ constant: Operation.Constant? = nil
    ) -> Operation {
        Operation(kind, typeName: bound.type.description, constant: constant, range: bound.range, children: operands)
    }

    private mutating func body(of function: FunctionSymbol) -> [Operation] {
        switch function.body {
        case .expression(let bound)?: [operation(bound)]
        case .block(let statement, _)?: operations(statement)
        case nil: []
        }
    }
}

// Statements: they have no range of their own, and take those of their parts.
extension OperationBuilder {
    mutating func operations(_ statement: BoundStatement) -> [Operation] {
        switch statement {
        case .block(let statements): return statements.flatMap { operations($0) }
        case .expression(let bound): return [operation(bound)]
        case .declare(let local, let value): return value.map { [assignment(of: local, operation($0))] } ?? []
        case .ifElse(let test, let first, let second):
            return [enclosing(.conditional, [operation(test), branch(first)] + (second.map { [branch($0)] } ?? []))]
        case .loop(let condition, _, let step, let body):
            let parts = (condition.map { [$0] } ?? []) + step
            return [enclosing(.loop, parts.map { operation($0) } + operations(body))]
        case .forEach(let loop):
            let source = assignment(of: loop.element, operation(loop.collection))
            return [enclosing(.loop, [source] + (loop.assignment.map { [operation($0)] } ?? []) + operations(loop.body))]
        case .switchOn(let bound): return [choice(bound)]
        case .returnValue(let value): return [enclosing(.returning, value.map { [operation($0)] } ?? [])]
        case .throwError(let value): return [enclosing(.throwing, value.map { [operation($0)] } ?? [])]
        case .labeled(_, let inner), .sequencePoint(_, let inner): return operations(inner)
        case .tryCatch(let body, let catches, let finally):
            let rest = catches.map { branch($0.body) } + (finally.map { [branch($0)] } ?? [])
            return [enclosing(.attempt, [branch(body)] + rest)]
        case .lock(let subject, let body): return [operation(subject)] + operations(body)
        case .localFunction(let function): return [enclosing(.other, body(of: function))]
        case .breakOut, .continueLoop, .goto, .nothing: return []
        }
    }

    private func assignment(of local: LocalSymbol, _ value: Operation) -> Operation {
        Operation(.assignLocal(local.name), typeName: local.type.description, range: value.range, children: [value])
    }

    private mutating func branch(_ statement: BoundStatement) -> Operation { enclosing(.other, operations(statement)) }

    private mutating func choice(_ bound: BoundSwitch) -> Operation {
        let sections = bound.sections.map { section in
            let tests = section.labels.flatMap { [$0.test, $0.guardCondition].compactMap(\.self) }
            return enclosing(.other, tests.map { operation($0) } + operations(section.body))
        }
        return enclosing(.other, [assignment(of: bound.kept, operation(bound.value))] + sections)
    }

    private func enclosing(_ kind: Operation.Kind, _ parts: [Operation]) -> Operation {
        let range = parts.dropFirst().reduce(parts.first?.range ?? SourceRange(0, 0)) { $0.union($1.range) }
        return Operation(kind, range: range, children: parts)
    }
}

extension Operation.Constant {
    init(_ value: Value) {
        switch value {
        case .null: self = .null
        case .boolean(let boolean): self = .boolean(boolean)
        case .string(let text): self = .text(text.string)
        default: self = .other((try? ValueText.text(of: value).string) ?? "")
        }
    }
}
