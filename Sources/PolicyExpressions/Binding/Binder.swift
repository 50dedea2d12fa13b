import PolicyDiagnostics

/// Gives every part of an expression its meaning against the type library, as C#'s compiler does.
///
/// One binder serves one expression. It never throws: what cannot be bound becomes a bad node with one diagnostic, and
/// whatever stands around a bad node stays silent.
final class Binder {
    let library: TypeLibrary
    let strictTypes: Bool
    private(set) var diagnostics: [ExpressionDiagnostic] = []
    private(set) var layout = FrameLayout()
    private(set) var bodiesRead: BodiesRead = []
    private var scopes: [[String: LocalSymbol]] = [[:]]
    /// Whether integer arithmetic in this place is checked.
    var isChecked = false
    /// Whether `unchecked` is written around this place: then constants may overflow as well.
    var isUnchecked = false
    /// What stands left of `?.` while the right side is bound.
    var conditionalReceivers: [BoundExpression] = []
    /// The types of the values that `return` gave so far.
    var returnTypes: [TypeSymbol] = []
    var loopDepth = 0

    init(library: TypeLibrary, strictTypes: Bool) { (self.library, self.strictTypes) = (library, strictTypes) }

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

    // MARK: Locals

    func withScope<Result>(_ work: () -> Result) -> Result {
        scopes.append([:])
        defer { scopes.removeLast() }
        return work()
    }

    func lookUpLocal(_ name: String) -> LocalSymbol? {
        for scope in scopes.reversed() {
            if let local = scope[name] { return local }
        }
        return nil
    }

    var visibleLocals: [LocalSymbol] { scopes.flatMap(\.values) }
    var localNames: [String] { scopes.flatMap(\.keys) }

    /// Declares a local; C# forbids the name of one that is visible already.
    func declare(_ name: String, _ type: TypeSymbol, _ range: SourceRange, isAssigned: Bool, constant: Value? = nil) -> LocalSymbol {
        if lookUpLocal(name) != nil || name == "context" {
            report("CS0128", "a local variable named '\(name)' is already defined in this scope", range)
        }
        let local = LocalSymbol(
            name: name, type: type, slot: layout.reserve(type.carrier), isAssigned: isAssigned, constant: constant)
        scopes[scopes.count - 1][name] = local
        return local
    }

    /// A local that the user does not see.
    func temporary(_ type: TypeSymbol) -> LocalSymbol {
        LocalSymbol(name: "", type: type, slot: layout.reserve(type.carrier), isAssigned: true)
    }
}
