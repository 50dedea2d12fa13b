import Testing

/// `string.Format`, and StringBuilder with it.
@Suite struct CompositeFormattingTests {
    @Test(arguments: [
        StatementRow(#"string.Format("{0,6:0.0}|{1,-4}|{{{2}}}", 1.25, "ab", true)"#, "   1.3|ab  |{True}", isSingle: true),
        StatementRow(#"string.Format("{0 , 4 :D3}", 7)"#, " 007", isSingle: true),
        StatementRow(#"string.Format("{0}", (object)null)"#, "", isSingle: true),
        StatementRow(#"string.Format(CultureInfo.InvariantCulture, "{0:N1}", 1234.56)"#, "1,234.6", isSingle: true),
        StatementRow(#"string.Format("{1}", "a")"#, "System.FormatException", isSingle: true),
        StatementRow(#"string.Format("{0", "a")"#, "System.FormatException", isSingle: true),
        StatementRow(#"string.Format("}", "a")"#, "System.FormatException", isSingle: true),
        StatementRow(#"string.Format("{0:{}", "a")"#, "System.FormatException", isSingle: true),
        StatementRow(#"string.Format("{0,99999999999}", "a")"#, "System.FormatException", isSingle: true),
        StatementRow(#"string.Format("{0,999999999}", "a")"#, "System.FormatException", isSingle: true),
    ])
    func formats(row: StatementRow) { #expect(row.given == row.expected) }

    @Test(arguments: [
        StatementRow(#"new StringBuilder("abc").Insert(1, 42).Remove(0, 1).Append('é').Replace("c", "CC")"#, "42bCCé", isSingle: true),
        StatementRow(#"new StringBuilder("aéb") { [1] = 'e' }.ToString(0, 2)"#, "ae", isSingle: true),
        StatementRow(
            #"new StringBuilder().AppendJoin(",", new[]{1,2}).AppendLine().AppendFormat("{0:X2}", 10)"#, "1,2\n0A", isSingle: true),
        StatementRow(
            #"new StringBuilder("abcd").Replace('a', 'z', 1, 3).ToString() + new StringBuilder("x").Capacity"#, "abcd16", isSingle: true),
        StatementRow("var b = new StringBuilder(\"0123456789\"); b.Append(\"0123456789\"); return b.Capacity;", "32"),
        StatementRow("var b = new StringBuilder(\"abc\"); b.Length = 1; b.Length = 2; return b.ToString() == \"a\\0\";", "True"),
        StatementRow(#"new StringBuilder("abc").Remove(1, 9)"#, "System.ArgumentOutOfRangeException", isSingle: true),
        StatementRow("var b = new StringBuilder(); while (true) b.Append(\"0123456789\");", "APIMPolicy.EvaluationLimitException"),
    ])
    func builds(row: StatementRow) { #expect(row.given == row.expected) }
}
