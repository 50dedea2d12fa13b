import Testing

/// Encodings and Base64, with .NET's answers.
@Suite struct EncodingTests {
    @Test(arguments: [
        StatementRow(#"Encoding.UTF8.GetBytes("é€😀\ud83d")"#, "c3a9e282acf09f9880efbfbd", isSingle: true),
        StatementRow(#"Encoding.UTF8.GetString(new byte[]{0xe2, 0x82, 0x41})"#, "\u{FFFD}A", isSingle: true),
        StatementRow(#"Encoding.ASCII.GetBytes("aé😀")"#, "613f3f3f", isSingle: true),
        StatementRow(#"Encoding.Unicode.GetBytes("a\ud83d")"#, "6100fdff", isSingle: true),
        StatementRow(#"Encoding.BigEndianUnicode.GetString(new byte[]{0, 65, 0})"#, "A\u{FFFD}", isSingle: true),
        StatementRow(#"Encoding.UTF32.GetBytes("😀")"#, "00f60100", isSingle: true),
        StatementRow(#"Encoding.UTF7.GetString(Encoding.UTF7.GetBytes("a+é-b😀c"))"#, "a+é-b😀c", isSingle: true),
        StatementRow(#"Encoding.ASCII.GetString(Encoding.UTF7.GetBytes("Hi é!"))"#, "Hi +AOkAIQ-", isSingle: true),
        StatementRow(#"Encoding.GetEncoding("Latin1").GetBytes("é€")"#, "e93f", isSingle: true),
        StatementRow(#"Encoding.GetEncoding(1252)"#, "System.NotSupportedException", isSingle: true),
        StatementRow(#"Encoding.GetEncoding("klingon")"#, "System.ArgumentException", isSingle: true),
        StatementRow(#"new UTF8Encoding(false).GetPreamble().Length + Encoding.UTF8.GetPreamble().Length"#, "3", isSingle: true),
        StatementRow(#"new UTF8Encoding(false, true).GetString(new byte[]{0xff})"#, "System.Text.DecoderFallbackException", isSingle: true),
        StatementRow(#"Encoding.Convert(Encoding.UTF8, Encoding.Unicode, new byte[]{65})"#, "4100", isSingle: true),
        StatementRow(#"Encoding.UTF8.GetString(new byte[]{65,66,67}, 1, 3)"#, "System.ArgumentOutOfRangeException", isSingle: true),
        StatementRow(#"Convert.ToBase64String(new byte[60], Base64FormattingOptions.InsertLineBreaks).Length"#, "82", isSingle: true),
        StatementRow(#"Convert.ToBase64String(new byte[]{1,2,3,4}, 1, 2)"#, "AgM=", isSingle: true),
        StatementRow(#"Convert.FromBase64String("AQ=")"#, "System.FormatException", isSingle: true),
    ])
    func convertsAsNet(row: StatementRow) { #expect(row.given == row.expected) }
}
