/// The types whose members depend on their arguments alone, change nothing and leave nothing behind.
///
/// What such members make of constants is computed once, when the policy is compiled: named values in Base64 are the
/// usual case, `"Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("{{user}}:{{password}}"))`. An object that can
/// be changed is made at every evaluation all the same; only texts, numbers and Booleans are kept.
enum PureTypes {
    /// Whether the members of a type are pure.
    static func contain(_ type: NetType) -> Bool { names.contains(type.fullName) }

    private static let names: Set<String> = [
        "System.BitConverter", "System.Boolean", "System.Byte", "System.Char", "System.Convert", "System.Decimal", "System.Double",
        "System.Int16", "System.Int32", "System.Int64", "System.Math", "System.Net.WebUtility", "System.SByte", "System.Single",
        "System.String", "System.Text.Encoding", "System.TimeSpan", "System.UInt16", "System.UInt32", "System.UInt64",
    ]
}
