import Testing

/// Members of String and Char, with .NET's answers.
@Suite struct StringMemberTests {
    @Test(arguments: [
        StatementRow(#"new string('x', 3) + new string(new[]{'a','b','c'}, 1, 2)"#, "xxxbc", isSingle: true),
        StatementRow(#""abcabc".IndexOf("", 6)"#, "6", isSingle: true),
        StatementRow(#""abcabc".IndexOf("a", 7)"#, "System.ArgumentOutOfRangeException", isSingle: true),
        StatementRow(#""abcabc".LastIndexOf("a", 2, 2)"#, "-1", isSingle: true),
        StatementRow(#""abcabc".LastIndexOf("a", 6)"#, "3", isSingle: true),
        StatementRow(#""abc".LastIndexOf("")"#, "2", isSingle: true),
        StatementRow(#""a,b;c".IndexOfAny(new[]{';'}, 2)"#, "3", isSingle: true),
        StatementRow(#"string.Join("|", "a,b,,c".Split(new[]{','}, 2, StringSplitOptions.RemoveEmptyEntries))"#, "a|b,,c", isSingle: true),
        StatementRow(#""a--b".Split("--").Length + "a--b".Split((string)null).Length"#, "3", isSingle: true),
        StatementRow(#"string.Join('-', "abc".Split('b', 1))"#, "abc", isSingle: true),
        StatementRow(#"string.Join(",", new[]{1, 2}) + string.Concat(new[]{"x", null})"#, "1,2x", isSingle: true),
        StatementRow(#""Ab".Replace("B", "é", StringComparison.OrdinalIgnoreCase)"#, "Aé", isSingle: true),
        StatementRow(
            #""abc".GetHashCode(StringComparison.OrdinalIgnoreCase) == "ABC".GetHashCode(StringComparison.OrdinalIgnoreCase)"#, "True",
            isSingle: true),
        StatementRow(#""e\u0301".Normalize() == "é""#, "True", isSingle: true),
        StatementRow("var c = new char[4]; \"abcd\".CopyTo(1, c, 2, 2); return (int)c[1] + new string(c, 2, 2);", "0bc"),
        StatementRow(#"char.GetUnicodeCategory('€').ToString() + char.GetNumericValue('½')"#, "CurrencySymbol0.5", isSingle: true),
        StatementRow(#"char.ConvertToUtf32('\ud83d', '\ude00') + char.ConvertFromUtf32(0x41)"#, "128512A", isSingle: true),
        StatementRow(#"char.IsLetter("😀a", 0) || char.IsLetter("a", 0)"#, "True", isSingle: true),
        StatementRow(#"CultureInfo.InvariantCulture.TextInfo.ToTitleCase("o'neil war AND pEACE")"#, "O'neil War AND Peace", isSingle: true),
        StatementRow(#"CultureInfo.GetCultureInfo("de-CH")"#, "System.NotSupportedException", isSingle: true),
    ])
    func answersAsNet(row: StatementRow) { #expect(row.given == row.expected) }

    /// Punctuation before digits before letters, accents before case, control characters ignored.
    @Test(arguments: [
        StatementRow(#"string.Compare("a", "B")"#, "-1", isSingle: true),
        StatementRow(#"string.Compare("a", "A")"#, "-1", isSingle: true),
        StatementRow(#"string.Compare("é", "f") + string.Compare("E", "é")"#, "-2", isSingle: true),
        StatementRow(#"string.Compare("co-op", "coop") + string.Compare("_", "1") + string.Compare("1", "a")"#, "-3", isSingle: true),
        StatementRow(
            #"string.Compare("a\0b", "ab") == 0 && "a\u00adb".Equals("ab", StringComparison.InvariantCulture)"#, "True", isSingle: true),
        StatementRow(#"string.Compare("ß", "ss") + string.Compare("strasse", "straßf")"#, "0", isSingle: true),
        StatementRow(#"string.Compare("abc", "ABC", true)"#, "0", isSingle: true),
        StatementRow(#""e\u0301x".IndexOf("e") + "e\u0301x".IndexOf("é")"#, "-1", isSingle: true),
        StatementRow(
            #"StringComparer.InvariantCultureIgnoreCase.Equals("é", "É") && !StringComparer.InvariantCultureIgnoreCase.Equals("e", "é")"#,
            "True", isSingle: true),
        StatementRow(#"string.Compare("ab", "a", StringComparison.OrdinalIgnoreCase)"#, "1", isSingle: true),
        StatementRow(#"string.CompareOrdinal("ab", "a")"#, "98", isSingle: true),
    ])
    func comparesAsTheCultureDoes(row: StatementRow) { #expect(row.given == row.expected) }
}
