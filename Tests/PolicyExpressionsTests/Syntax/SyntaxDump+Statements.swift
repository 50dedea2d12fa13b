import PolicyDiagnostics

@testable import PolicyExpressions

extension SyntaxDump {
    static func dump(_ statements: [StatementSyntax]) -> String { statements.map(dump).joined(separator: " ") }

    static func dump(_ statement: StatementSyntax) -> String {
        switch statement.kind {
        case .block(let statements): "{" + dump(statements) + "}"
        case .empty: ";"
        case .localDeclaration(let declaration): list(dumpParts(declaration))
        case .localFunction(let function):
            list(
                ["function", dump(function.returnType), function.identifier.text]
                    + (function.typeParameters.isEmpty ? [] : ["<" + function.typeParameters.map(\.text).joined(separator: ",") + ">"])
                    + [list(function.parameters.map(dump)), dump(function.body)])
        case .expression(let expression): dump(expression)
        case .ifElse(let condition, let then, let otherwise):
            list(["if", dump(condition), dump(then)] + (otherwise.map { [dump($0)] } ?? []))
        case .switchOn(let subject, let sections): list(["switch", dump(subject)] + sections.map(dump))
        case .returnValue(let value): list(["return"] + (value.map { [dump($0)] } ?? []))
        case .throwException(let value): list(["throw"] + (value.map { [dump($0)] } ?? []))
        case .tryCatch(let statement): dump(statement)
        case .using(.declaration(let declaration), let body): list(["using", list(dumpParts(declaration)), dump(body)])
        case .using(.expression(let expression), let body): list(["using", dump(expression), dump(body)])
        default: dumpRest(statement)
        }
    }

    private static func dumpRest(_ statement: StatementSyntax) -> String {
        switch statement.kind {
        case .forLoop(let loop): dump(loop)
        case .forEach(let loop): dump(loop)
        case .whileLoop(let condition, let body): list(["while", dump(condition), dump(body)])
        case .doLoop(let body, let condition): list(["do", dump(body), dump(condition)])
        case .breakLoop: "break"
        case .continueLoop: "continue"
        case .checked(let isChecked, let block): list([isChecked ? "checked" : "unchecked", dump(block)])
        case .goto(.label(let label)): list(["goto", label.text])
        case .goto(.caseOf(let expression)): list(["goto-case", dump(expression)])
        case .goto(.defaultCase): "(goto-default)"
        case .labeled(let label, let statement): list(["label", label.text, dump(statement)])
        case .lock(let subject, let body): list(["lock", dump(subject), dump(body)])
        default: "missing"
        }
    }

    private static func dumpParts(_ declaration: LocalDeclarationSyntax) -> [String] {
        (declaration.isConst ? ["const"] : []) + (declaration.isRef ? ["ref"] : []) + [dump(declaration.type)]
            + declaration.declarators.map { $0.identifier.text + ($0.initializer.map { "=" + dump($0) } ?? "") }
    }

    private static func dump(_ section: SwitchSectionSyntax) -> String {
        list(section.labels.map(dump) + [dump(section.statements)])
    }

    private static func dump(_ label: SwitchLabelSyntax) -> String {
        guard case .pattern(let pattern, let condition) = label.kind else { return "default:" }
        return "case " + dump(pattern) + (condition.map { " when " + dump($0) } ?? "") + ":"
    }

    private static func dump(_ loop: ForLoopSyntax) -> String {
        let initializer =
            switch loop.initializer {
            case .declaration(let declaration): list(dumpParts(declaration))
            case .expressions(let expressions): list(expressions.map(dump))
            }
        return list(["for", initializer, loop.condition.map(dump) ?? "", list(loop.incrementors.map(dump)), dump(loop.body)])
    }

    private static func dump(_ loop: ForEachSyntax) -> String {
        switch loop.variable {
        case .single(let type, let identifier): list(["foreach", dump(type), identifier.text, dump(loop.collection), dump(loop.body)])
        case .deconstruction(let expression): list(["foreach", dump(expression), dump(loop.collection), dump(loop.body)])
        }
    }

    private static func dump(_ statement: TrySyntax) -> String {
        let catches = statement.catches.map { clause in
            list(
                ["catch"] + (clause.type.map { [dump($0)] } ?? []) + (clause.identifier.map { [$0.text] } ?? [])
                    + (clause.filter.map { ["when", dump($0)] } ?? []) + [dump(clause.body)])
        }
        return list(["try", dump(statement.body)] + catches + (statement.finally.map { [list(["finally", dump($0)])] } ?? []))
    }
}
