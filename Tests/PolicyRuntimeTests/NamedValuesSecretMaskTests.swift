import PolicyRuntime
import Testing

@Suite struct NamedValuesSecretMaskTests {
    @Test(arguments: [
        ("pa ss/\"w", "x pa ss/\"w y", "x ••• y"),
        ("pa ss/\"w", "q=pa%20ss%2F%22w&r=pa+ss%2f%22w", "q=•••&r=•••"),
        ("pa ss/\"w", #"{"a":"pa ss/\"w","b":"pa ss\/\"w"}"#, #"{"a":"•••","b":"•••"}"#),
        ("secret", "c2VjcmV0", "•••"),
        ("a", "banana", "b•••n•••n•••"),
        ("päss", "päss p%C3%A4ss", "••• •••"),
        ("secret", "Secret", "Secret"),
        ("", "text", "text"),
    ])
    func hidesEveryForm(_ secret: String, _ text: String, _ masked: String) {
        #expect(SecretMask([secret]).mask(text) == masked)
    }

    @Test func longestSecretWins() {
        #expect(SecretMask(["abc", "abcdef", "def"]).mask("abcdefabc") == "••••••")
    }

    @Test(arguments: [
        ("user:hunter2-hunter2", "dXNlcjpodW50ZXIyLWh1bnRlcjI="), ("us:hunter2-hunter2", "dXM6aHVudGVyMi1odW50ZXIy"),
        ("use:hunter2-hunter2!", "dXNlOmh1bnRlcjItaHVudGVyMiE="),
    ])
    func hidesTheSecretInsideOfBase64(_ plain: String, _ encoded: String) {
        let masked = SecretMask(["hunter2-hunter2"]).mask("Basic \(encoded)")
        #expect(masked.contains(SecretMask.replacement))
        #expect(masked.utf8.count < 6 + encoded.utf8.count)
    }

    @Test func withoutSecretsNothingChanges() {
        #expect(SecretMask().isEmpty)
        #expect(SecretMask([""]).isEmpty)
        #expect(SecretMask().mask("text") == "text")
    }
}
