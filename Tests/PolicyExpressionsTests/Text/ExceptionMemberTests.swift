import Testing

/// Exceptions as objects: messages, causes, details.
@Suite struct ExceptionMemberTests {
    @Test(arguments: [
        StatementRow(
            #"new InvalidOperationException().Message"#, "Operation is not valid due to the current state of the object.", isSingle: true),
        StatementRow(
            #"new ArgumentException("m", "p").Message + new ArgumentException("m", "p").ParamName"#, "m (Parameter 'p')p", isSingle: true),
        StatementRow(#"new ArgumentOutOfRangeException("p", 5, "m").Message"#, "m (Parameter 'p')\nActual value was 5.", isSingle: true),
        StatementRow(#"new ArgumentNullException("p", "m").Message"#, "m (Parameter 'p')", isSingle: true),
        StatementRow(
            #"new AggregateException(new Exception("a"), new Exception("b")).Message"#, "One or more errors occurred. (a) (b)",
            isSingle: true),
        StatementRow(
            #"new Exception("o", new FormatException("i")).ToString()"#,
            "System.Exception: o\n ---> System.FormatException: i\n   --- End of inner exception stack trace ---", isSingle: true),
        StatementRow(#"new Exception("o", new Exception("m", new FormatException("i"))).GetBaseException().Message"#, "i", isSingle: true),
        StatementRow(
            #"new OverflowException() is ArithmeticException && new FormatException().HResult == -2146233033"#, "True", isSingle: true),
        StatementRow(
            "var e = new Exception(\"x\"); e.Data[\"k\"] = 1; return e.Data[\"k\"].ToString() + e.Data.Count + e.Data.Contains(\"z\");",
            "11False"),
        StatementRow(
            "try { throw new TimeoutException(\"t\"); } catch (Exception e) { return e.StackTrace != null && new Exception().StackTrace == null; }",
            "True"),
    ])
    func answersAsNet(row: StatementRow) { #expect(row.given == row.expected) }
}
