import PolicyDiagnostics

/// Gives every part of an expression its meaning against the type library, as C#'s compiler does.
///
/// One binder serves one expression. It never throws: what cannot be bound becomes a bad node with one diagnostic, and
/// whatever stands around a bad node stays silent.
final class Binder {
    let library: TypeLibrary
    let strictTypes: Bool
    /// Whether statements are marked, so that coverage can count them.
    let marksSequencePoints: Bool
    private(set) var diagnostics: [ExpressionDiagnostic] = []
    var layout = FrameLayout()
    private(set) var bodiesRead: BodiesRead = []
    private var scopes = [BinderScope()]
    /// The lambda or local function whose body is being bound.
    var function: FunctionSymbol?
    /// Lambda bodies bound so far: overloads may bind a body several times, and lambdas within lambdas multiply that.
    var lambdaBindings = 0
    /// Whether integer arithmetic in this place is checked.
    var isChecked = false
    /// Whether `unchecked` is written around this place: then constants may overflow as well.
    var isUnchecked = false
    /// What stands left of `?.` while the right side is bound.
    var conditionalReceivers: [BoundExpression] = []
    /// The types of the values that `return` gave so far.
    var returnTypes: [TypeSymbol] = []
    /// What `break`, `continue`, `goto` and `return` find on their way out.
    var jumpScopes: [JumpScope] = []
    /// The variables numbered so far whose assignment flow analysis follows.
    private(set) var ordinals = 0
    private var labels = 0

    init(library: TypeLibrary, strictTypes: Bool, marksSequencePoints: Bool = false) {
        (self.library, self.strictTypes, self.marksSequencePoints) = (library, strictTypes, marksSequencePoints)
    }

    // MARK: Diagnostics

    func report(_ code: String, _ message: String, _ range: SourceRange, hint: String? = nil) {
        guard diagnostics.count < 25, !diagnostics.contains(where: { $0.range == range && $0.code.rawValue == code }) else { return }
        diagnostics.append(ExpressionDiagnostic(Diagnostic.Code(rawValue: code), .error, message, range, hint: hint))
    }

    func warn(_ code: String, _ message: String, _ range: SourceRange, hint: String? = nil) {
        diagnostics.append(ExpressionDiagnostic(Diagnostic.Code(rawValue: code), .warning, message, range, hint: hint))
    }

    /// Reports and gives the bad node that stands in the place.
    func fail(_ code: String, _ message: String, _ range: SourceRange, hint: String? = nil) -> BoundExpression {
        report(code, message, range, hint: hint)
        return .bad(range)
    }

    /// What C# has and this engine does not have yet.
    func notImplemented(_ what: String, _ range: SourceRange) -> BoundExpression {
        fail("not-implemented", "\(what) cannot be evaluated yet", range)
    }

    func noteBodyRead(_ body: BodiesRead) { bodiesRead.formUnion(body) }

    /// Gathers what is reported while the work runs, instead of reporting it.
    func gatheringDiagnostics<Result>(_ work: () -> Result) -> (Result, [ExpressionDiagnostic]) {
        let outer = diagnostics
        diagnostics = []
        defer { diagnostics = outer }
        let result = work()
        return (result, diagnostics)
    }

    /// Reports what was gathered before.
    func report(_ gathered: [ExpressionDiagnostic]) {
        for diagnostic in gathered where diagnostics.count < 25 && !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    // MARK: Locals

    func withScope<Result>(_ work: () -> Result) -> Result {
        scopes.append(BinderScope())
        defer { scopes.removeLast() }
        return work()
    }

    /// What is visible in this place, for a lambda that is bound later.
    var environment: BinderEnvironment {
        BinderEnvironment(
            scopes: scopes, function: function, isChecked: isChecked, isUnchecked: isUnchecked,
            conditionalReceivers: conditionalReceivers)
    }

    /// Binds in another place than where the binder is.
    func within<Result>(_ place: BinderEnvironment, _ work: () -> Result) -> Result {
        let outer = environment
        move(to: place)
        defer { move(to: outer) }
        return work()
    }

    private func move(to place: BinderEnvironment) {
        (scopes, function) = (place.scopes, place.function)
        (isChecked, isUnchecked, conditionalReceivers) = (place.isChecked, place.isUnchecked, place.conditionalReceivers)
    }

    /// Binds in a scope within the current one to which the current one's later declarations still belong: the variables
    /// of a switch section's patterns are the section's, those of its statements the switch's.
    func withScopeBehind<Result>(_ outer: () -> Void, _ work: () -> Result) -> Result {
        let current = scopes.removeLast()
        scopes.append(BinderScope())
        outer()
        scopes.append(current)
        defer { scopes.remove(at: scopes.count - 2) }
        return work()
    }

    /// Names that statements of the current scope are going to declare.
    func expectDeclarations(of names: [String]) { scopes[scopes.count - 1].expected.formUnion(names) }

    /// Whether the name belongs to a variable that is declared further down.
    func isDeclaredLater(_ name: String) -> Bool { scopes.contains { $0.expected.contains(name) } }

    /// The local of a name; one that belongs to a function further out is captured.
    func lookUpLocal(_ name: String) -> LocalSymbol? {
        guard let local = visibleLocal(name) else { return nil }
        if local.function !== function, local.constant == nil { capture(local) }
        return local
    }

    private func visibleLocal(_ name: String) -> LocalSymbol? {
        for scope in scopes.reversed() {
            if let local = scope.locals[name] { return local }
            if scope.expected.contains(name) { return nil }
        }
        return nil
    }

    private func capture(_ local: LocalSymbol) {
        var inner = function
        while let current = inner, current !== local.function {
            current.addCapture(local)
            inner = current.parent
        }
        local.capture(cellSlot: layout.reserve(.reference))
    }

    func lookUpFunction(_ name: String) -> LocalFunction? {
        for scope in scopes.reversed() {
            if let function = scope.functions[name] { return function }
        }
        return nil
    }

    /// A type parameter of a generic local function.
    func lookUpType(_ name: String) -> TypeSymbol? {
        for scope in scopes.reversed() {
            if let type = scope.types[name] { return type }
        }
        return nil
    }

    func declareType(_ name: String, _ type: TypeSymbol) { scopes[scopes.count - 1].types[name] = type }

    func declare(_ function: LocalFunction) {
        let scope = scopes[scopes.count - 1]
        if visibleLocal(function.name) != nil || scope.functions[function.name] != nil || scope.expected.contains(function.name) {
            report("CS0128", "a local function or variable named '\(function.name)' is already defined in this scope", function.nameRange)
        }
        scopes[scopes.count - 1].functions[function.name] = function
    }

    var localNames: [String] { scopes.flatMap { Array($0.locals.keys) + Array($0.functions.keys) } }

    /// Declares a local; C# forbids the name of one that is visible already, or will be.
    func declare(_ name: String, _ type: TypeSymbol, _ range: SourceRange, isAssigned: Bool, constant: Value? = nil) -> LocalSymbol {
        scopes[scopes.count - 1].expected.remove(name)
        if scopes[scopes.count - 1].locals[name] != nil {
            report("CS0128", "a local variable named '\(name)' is already defined in this scope", range)
        } else if visibleLocal(name) != nil || name == "context" || isDeclaredLater(name) {
            report("CS0136", "'\(name)' already means something else in the scope around this", range)
        }
        if !isAssigned { ordinals += 1 }
        let local = LocalSymbol(
            name: name, type: type, slot: layout.reserve(type.carrier), ordinal: isAssigned ? nil : ordinals - 1, constant: constant,
            function: function)
        scopes[scopes.count - 1].locals[name] = local
        return local
    }

    func makeLabel(_ name: String) -> LabelSymbol {
        labels += 1
        return LabelSymbol(name: name, number: labels)
    }

    /// A local that the user does not see.
    func temporary(_ type: TypeSymbol) -> LocalSymbol {
        LocalSymbol(name: "", type: type, slot: layout.reserve(type.carrier), function: function)
    }
}

/// What is visible in a place.
struct BinderEnvironment {
    fileprivate var scopes: [BinderScope]
    var function: FunctionSymbol?
    fileprivate var isChecked: Bool
    fileprivate var isUnchecked: Bool
    fileprivate var conditionalReceivers: [BoundExpression]
}

/// What a block declares.
private struct BinderScope {
    var locals: [String: LocalSymbol] = [:]
    var functions: [String: LocalFunction] = [:]
    var types: [String: TypeSymbol] = [:]
    /// Variables that statements further down declare.
    var expected: Set<String> = []
}
