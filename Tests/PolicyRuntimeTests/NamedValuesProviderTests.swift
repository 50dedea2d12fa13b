import PolicyDiagnostics
import Testing

@testable import PolicyRuntime

@Suite struct NamedValuesProviderTests {
    private func read(_ text: String) throws(Diagnostic) -> JSONFileNamedValues {
        try JSONFileNamedValues(SourceText(name: "named-values.json", text: text)) { $0 == "TOKEN" ? "t" : nil }
    }

    @Test func readsEveryForm() throws {
        let values = try read(
            #"{"a": "1", "b": {"value": "2", "secret": true}, "c": {"environment": "TOKEN", "secret": true}, "d": {"value": ""}}"#)
        #expect(values.names == ["a", "b", "c", "d"])
        #expect(values.namedValue("a") == NamedValue("1"))
        #expect(values.namedValue("b") == NamedValue("2", isSecret: true))
        #expect(values.namedValue("c") == NamedValue("t", isSecret: true))
        #expect(values.namedValue("d") == NamedValue(""))
        #expect(values.namedValue("A") == nil)
    }

    @Test(arguments: [
        ("[]", "wrong-kind"), (#"{"a": 1}"#, "wrong-kind"), (#"{"a": {}}"#, "wrong-members"),
        (#"{"a": {"value": "1", "environment": "TOKEN"}}"#, "wrong-members"), (#"{"a": {"valeu": "1"}}"#, "unknown-member"),
        (#"{"a": {"environment": "NONE"}}"#, "missing-variable"), (#"{"a": {"value": "1", "secret": "yes"}}"#, "wrong-kind"),
        (#"{"a": "1", "a": "2"}"#, "duplicate-member"),
    ])
    func refusesWhatItCannotUnderstand(_ text: String, _ code: String) {
        do throws(Diagnostic) {
            _ = try read(text)
            Issue.record("accepted")
        } catch {
            #expect(error.code.rawValue == code)
            #expect(error.span != nil)
        }
    }

    @Test func environmentHoldsSecrets() {
        #expect(EnvironmentNamedValues().namedValue("PATH")?.isSecret == true)
        #expect(EnvironmentNamedValues(prefix: "PA", areSecret: false).namedValue("TH")?.isSecret == false)
        #expect(EnvironmentNamedValues(prefix: "SURELY_NOT_SET_").namedValue("PATH") == nil)
        #expect(EnvironmentNamedValues().namedValue("") == nil)
    }
}
