import PolicyDiagnostics
import PolicyExpressions
import PolicyRuntime

extension LintRule {
    static let variableNeverSet = LintRule(
        "lint-variable-never-set", .error, .variables, "A variable is read that nothing sets.",
        explanation: """
            context.Variables["x"] throws when there is no x, and GetValueOrDefault quietly gives the default, so that a misspelt name \
            changes what the policy does without any error. Where an outer scope or a fragment may set variables, only names that look \
            like a misspelt one of the document's own are reported.
            """,
        bad: """
            <policies>
                <inbound>
                    <set-variable name="tenantId" value="@(context.User.Id)" />
                    <set-header name="X-Tenant" exists-action="override">
                        <value>@((string)context.Variables["tenentId"])</value>
                    </set-header>
                </inbound>
            </policies>
            """,
        good: """
            <policies>
                <inbound>
                    <set-variable name="tenantId" value="@(context.User.Id)" />
                    <set-header name="X-Tenant" exists-action="override">
                        <value>@((string)context.Variables["tenantId"])</value>
                    </set-header>
                </inbound>
            </policies>
            """
    ) { document in
        let variables = DocumentVariables(of: document)
        guard !variables.hasUnknownNames, document.document.kind == .policies else { return [] }
        let (names, isWhole) = (variables.names, !document.hasForeignPolicies)
        let read = Set(variables.readers.map(\.name))
        return variables.readers.compactMap { reader in
            guard !names.contains(reader.name), reader.access.manner != .contains else { return nil }
            let similar = isWhole ? didYouMean(reader.name, among: names) : misspelt(reader.name, among: names.subtracting(read))
            guard similar != nil || isWhole && reader.access.manner == .indexer else { return nil }
            return Finding("nothing sets the variable '\(reader.name)'", at: reader.span, hint: similar)
        }
    }

    /// A name that differs in one letter or in the case only, and that nothing reads.
    private static func misspelt(_ name: String, among names: Set<String>) -> String? {
        let close = names.filter { other in
            other.lowercased() == name.lowercased()
                || name.utf8.count > 4 && editDistance(Array(name.utf8), Array(other.utf8)) == 1 && !other.hasPrefix(name)
                    && !name.hasPrefix(other)
        }
        return didYouMean(name, among: close)
    }

    static let variableMaybeUnset = LintRule(
        "lint-variable-maybe-unset", .warning, .variables, "A variable is read that only some branches set.",
        explanation: """
            context.Variables["x"] throws where x is not there. A choose without otherwise, or a branch that forgets the variable, leaves \
            it out for some requests only, and those get 500. Set it before the choose, or read it with GetValueOrDefault.
            """,
        bad: """
            <policies>
                <inbound>
                    <choose>
                        <when condition="@(context.Request.Method == "POST")">
                            <set-variable name="kind" value="write" />
                        </when>
                    </choose>
                    <set-header name="X-Kind" exists-action="override">
                        <value>@((string)context.Variables["kind"])</value>
                    </set-header>
                </inbound>
            </policies>
            """,
        good: """
            <policies>
                <inbound>
                    <set-variable name="kind" value="read" />
                    <choose>
                        <when condition="@(context.Request.Method == "POST")">
                            <set-variable name="kind" value="write" />
                        </when>
                    </choose>
                    <set-header name="X-Kind" exists-action="override">
                        <value>@((string)context.Variables["kind"])</value>
                    </set-header>
                </inbound>
            </policies>
            """
    ) { document in
        let variables = DocumentVariables(of: document)
        var reported: Set<String> = []
        return variables.readers.compactMap { reader in
            guard reader.access.manner == .indexer, reader.element.section != .onError,
                !document.isVariableChecked(reader), !document.mayRunForeignPolicies(before: reader.element)
            else { return nil }
            let setters = variables.setters(of: reader.name).filter { document.mayPrecede($0.element, reader.element) }
            guard let first = setters.first, !document.isSurelySet(by: setters.map(\.element), at: reader.element),
                reported.insert(reader.name).inserted
            else { return nil }
            return Finding(
                "the variable '\(reader.name)' is there for some requests only", at: reader.span,
                hint: "set it before the branches, or read it with GetValueOrDefault",
                notes: [Diagnostic.Note("it is set in this branch only", at: first.element.element.nameSpan)])
        }
    }

    static let variableCast = LintRule(
        "lint-variable-cast", .error, .variables, "A variable is cast to a type that its value does not have.",
        explanation: """
            A set-variable with a literal sets a string, also where it says 5 or true. A cast unboxes, it does not convert: \
            (int)context.Variables["n"] throws InvalidCastException. Set it by an expression, @(5), or parse it.
            """,
        bad: """
            <inbound>
                <set-variable name="attempts" value="3" />
                <set-variable name="next" value="@((int)context.Variables["attempts"] + 1)" />
            </inbound>
            """,
        good: """
            <inbound>
                <set-variable name="attempts" value="@(3)" />
                <set-variable name="next" value="@((int)context.Variables["attempts"] + 1)" />
            </inbound>
            """
    ) { document in
        let variables = DocumentVariables(of: document)
        return document.expressions.flatMap { element, expression in
            expression.operations.compactMap { operation -> Finding? in
                guard operation.kind == .cast, let access = operation.children.first?.access(to: ["Variables"]), access.manner == .indexer
                else { return nil }
                let setters = variables.setters(of: access.name)
                guard !setters.isEmpty, setters.allSatisfy({ $0.element.setsOtherType(than: operation.typeName) }),
                    let setter = setters.first
                else { return nil }
                return Finding(
                    "the variable '\(access.name)' is no \(operation.typeName): the cast throws", at: expression.span(of: operation),
                    hint: "set it by an expression of that type, or convert it",
                    notes: [Diagnostic.Note("it is set here", at: setter.element.element.nameSpan)])
            }
        }
    }

    static let uncheckedResponse = LintRule(
        "lint-callout-unchecked", .warning, .variables, "The response of a callout that may fail is used without a check.",
        explanation: """
            With ignore-error="true" a callout that fails leaves null in its variable. Reading StatusCode or Body of it throws a null \
            reference, so that the error that was to be ignored ends the request all the same.
            """,
        bad: """
            <inbound>
                <send-request mode="new" response-variable-name="profile" timeout="5" ignore-error="true">
                    <set-url>https://profile.example.com/me</set-url>
                </send-request>
                <set-body>@(((IResponse)context.Variables["profile"]).Body.As<string>())</set-body>
            </inbound>
            """,
        good: """
            <inbound>
                <send-request mode="new" response-variable-name="profile" timeout="5" ignore-error="true">
                    <set-url>https://profile.example.com/me</set-url>
                </send-request>
                <set-body>@(((IResponse)context.Variables["profile"])?.Body.As<string>() ?? "{}")</set-body>
            </inbound>
            """
    ) { document in
        document.policies(named: "send-request").compactMap { request in
            guard request.isTrue("ignore-error"), let name = request.literal("response-variable-name") else { return nil }
            let uses = document.expressions.filter { document.mayPrecede(request, $0.element) && $0.expression.uses(variable: name) }
            guard !uses.contains(where: { $0.expression.checksForNull(variable: name) }),
                let (use, operation) = uses.lazy.compactMap({ use in use.expression.dereference(of: name).map { (use, $0) } }).first
            else { return nil }
            return Finding(
                "'\(name)' is null when the callout failed, and this throws", at: use.expression.span(of: operation),
                hint: "ask for null first, or use '?.'", notes: [Diagnostic.Note("errors are ignored here", at: request.element.nameSpan)])
        }
    }

    static let dictionaryIndexer = LintRule(
        "lint-missing-entry", .warning, .variables, "A header or parameter is read that a request may not have.",
        explanation: """
            Headers["X"] and Query["x"] throw when the caller did not send it: the caller's omission becomes a 500 instead of a 400. \
            GetValueOrDefault gives a default, and a check with ContainsKey makes the intention plain.
            """,
        bad: #"<inbound><set-variable name="page" value="@(context.Request.Url.Query["page"][0])" /></inbound>"#,
        good: #"<inbound><set-variable name="page" value="@(context.Request.Url.Query.GetValueOrDefault("page", "1"))" /></inbound>"#
    ) { document in
        document.expressions.flatMap { element, expression -> [Finding] in
            [["Request", "Headers"], ["Request", "Url", "Query"]].flatMap { path -> [Finding] in
                let all = expression.operations.compactMap { $0.access(to: path) }
                return all.filter { access in
                    access.manner == .indexer && !document.isChecked(access.name, of: path, at: element, in: expression)
                }.map {
                    Finding(
                        "a request without '\($0.name)' fails here", at: expression.span(of: $0.operation),
                        hint: "use GetValueOrDefault(\"\($0.name)\", …)")
                }
            }
        }
    }
}

extension AnalyzedElement {
    /// Whether the policy surely sets a value that a cast to a type refuses.
    fileprivate func setsOtherType(than target: String) -> Bool {
        guard name == "set-variable" else { return false }
        let values: Set<String> = [
            "int", "long", "bool", "double", "decimal", "string", "JObject", "JArray", "IResponse", "DateTime", "Guid",
        ]
        guard values.contains(target) else { return false }
        if let literal = literal("value") { return target != "string" && !literal.contains("{{") }
        guard let type = expression(of: "value")?.operation?.typeName, values.contains(type) else { return false }
        return type != target
    }
}

extension AnalyzedExpression {
    fileprivate func uses(variable name: String) -> Bool { accesses(to: "Variables").contains { $0.name == name } }

    /// Whether the expression asks whether the variable is null, by comparison, `?.`, `??`, `is`, or ContainsKey and the like.
    fileprivate func checksForNull(variable name: String) -> Bool {
        let locals = self.locals(holding: name)
        return operations.contains { operation in
            switch operation.kind {
            case .operator(.equal), .operator(.notEqual):
                operation.children.contains { $0.constant == .null } && operation.children.contains { $0.holds(name, locals) }
            case .coalesce, .conditionalAccess, .typeTest: operation.subtree.contains { $0.holds(name, locals) }
            case .call("ContainsKey"), .call("TryGetValue"): operation.access(to: ["Variables"])?.name == name
            case .attempt: true
            default: false
            }
        }
    }

    /// The first member that is read of the variable's value.
    fileprivate func dereference(of name: String) -> Operation? {
        let locals = self.locals(holding: name)
        return operations.first { operation in
            guard case .property(let member) = operation.kind, member != "Variables" else { return false }
            return operation.children.first?.holds(name, locals) ?? false
        }
    }

    /// The local variables that the value of a variable was put into.
    private func locals(holding name: String) -> Set<String> {
        Set(
            operations.compactMap { operation in
                guard case .assignLocal(let local) = operation.kind,
                    operation.children.first?.uncast.access(to: ["Variables"])?.name == name
                else { return nil }
                return local
            })
    }
}

extension Operation {
    fileprivate func holds(_ variable: String, _ locals: Set<String>) -> Bool {
        let value = uncast
        if case .local(let name) = value.kind { return locals.contains(name) }
        return value.access(to: ["Variables"])?.name == variable
    }
}

extension AnalyzedDocument {
    /// Whether one of the branches that an element stands in, or a check in the expression itself, asks for the variable.
    fileprivate func isVariableChecked(_ reader: DocumentVariables.Reader) -> Bool {
        let checks = conditions(around: reader.element) + [reader.expression]
        return checks.contains { expression in
            expression.accesses(to: "Variables").contains { $0.name == reader.name && $0.manner != .indexer }
        } || reader.expression.operations.contains { $0.kind == .attempt }
            || conditions(around: reader.element).contains { $0.operation == nil || !$0.accesses(to: "Variables").isEmpty }
    }

    /// Whether one of several elements has run on every way to another one.
    fileprivate func isSurelySet(by setters: [AnalyzedElement], at reader: AnalyzedElement) -> Bool {
        if setters.contains(where: { surelyPrecedes($0, reader) || haveSameCondition($0, reader) }) { return true }
        // A choose whose branches all set it, or end the request, counts as one setter.
        return elements.contains { choose in
            guard choose.name == "choose", surelyPrecedes(choose, reader), !reader.ancestors.contains(choose.index) else { return false }
            let branches = children(of: choose)
            guard branches.contains(where: { $0.name == "otherwise" }) else { return false }
            return branches.allSatisfy { branch in
                let inside = descendants(of: branch)
                return setters.contains { $0.ancestors.contains(branch.index) }
                    || inside.contains { $0.isPolicy && ["return-response", "mock-response"].contains($0.name) }
            }
        }
    }

    /// Whether two elements stand in branches with the same condition, in two chooses.
    private func haveSameCondition(_ first: AnalyzedElement, _ second: AnalyzedElement) -> Bool {
        let left = conditions(around: first).map(\.tokens)
        return !left.isEmpty && Set(left).isSubset(of: Set(conditions(around: second).map(\.tokens)))
    }

    /// Whether the entry of a dictionary is asked for, in the expression, around it or before it.
    fileprivate func isChecked(
        _ name: String, of path: [String], at element: AnalyzedElement, in expression: AnalyzedExpression
    ) -> Bool {
        let before = elements.filter { $0.index < element.index }.flatMap(\.expressions)
        let checks = [expression] + conditions(around: element) + before.filter { $0.attribute == "condition" }
        let isAsked = checks.contains { check in
            check.operations.contains {
                $0.access(to: path).map { $0.manner != .indexer && $0.name.lowercased() == name.lowercased() } ?? false
            }
        }
        let isGuarded = expression.operations.contains { $0.kind == .attempt }
        return isAsked || isGuarded
            || elements.contains { other in
                ["check-header", "set-header", "set-query-parameter", "validate-jwt", "validate-azure-ad-token", "validate-parameters"]
                    .contains(other.name) && other.index < element.index
                    && (other.name.hasPrefix("validate-") || other.literal("name")?.lowercased() == name.lowercased())
            }
    }
}
