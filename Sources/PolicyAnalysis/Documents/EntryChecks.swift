import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

/// Where a document makes sure that requests have a header or parameter.
struct EntryChecks: Sendable {
    /// The first place at which a name is asked for or set, by the name in lower case.
    private var places: [String: Int] = [:]
    /// The first policy that validates what requests have.
    private var validation: Int?

    private static let setting: Set<String> = ["check-header", "set-header", "set-query-parameter"]
    private static let validating: Set<String> = ["validate-jwt", "validate-azure-ad-token", "validate-parameters"]

    init(in document: AnalyzedDocument) {
        for element in document.elements {
            if Self.validating.contains(element.name), validation == nil { validation = element.index }
            if Self.setting.contains(element.name), let name = element.literal("name") { note(name, element.index) }
            guard let condition = element.expression(of: "condition") else { continue }
            for access in condition.operations.compactMap(Self.access) where access.manner != .indexer { note(access.name, element.index) }
        }
    }

    private mutating func note(_ name: String, _ index: Int) {
        let name = name.lowercased()
        places[name] = min(places[name] ?? index, index)
    }

    /// The header or parameter of the request that an operation asks for.
    static func access(by operation: Operation) -> DictionaryAccess? {
        operation.access(to: ["Request", "Headers"]) ?? operation.access(to: ["Request", "Url", "Query"])
    }

    /// Whether an entry is made sure of before an element, around it, or in the expression itself.
    func cover(
        _ access: DictionaryAccess, at element: AnalyzedElement, in expression: AnalyzedExpression
    ) -> Bool {
        let name = access.name.lowercased()
        if let place = places[name], place < element.index { return true }
        if let validation, validation < element.index { return true }
        return expression.operations.contains { operation in
            operation.kind == .attempt || Self.access(by: operation).map { $0.manner != .indexer && $0.name.lowercased() == name } ?? false
        }
    }
}
