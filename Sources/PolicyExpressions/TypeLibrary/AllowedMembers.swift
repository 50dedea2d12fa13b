/// What API Management allows of the types that it allows in part (policy expressions reference, list of allowed types).
///
/// What every object has is allowed everywhere, and operators are not on the list at all.
enum AllowedMembers {
    private static let ofEveryObject: Set<String> = ["ToString", "Equals", "GetHashCode", "GetType"]
    private static let constructor = "(Constructor)"

    /// Whether a member of a type is allowed; types that are not on the list in part allow all or nothing.
    static func allow(_ member: NetMember, of type: NetType) -> Bool {
        if isExcepted(member, of: type) { return false }
        guard let allowed = listed[type.fullName] else { return true }
        switch member.kind {
        case .constructor: return allowed.contains(constructor)
        case .indexer: return allowed.contains("Item")
        case .implicitConversion, .explicitConversion: return true
        case .method, .property, .constant:
            return allowed.contains(member.name) || ofEveryObject.contains(member.name) || member.name.hasPrefix("op_")
        }
    }

    private static func isExcepted(_ member: NetMember, of type: NetType) -> Bool {
        switch type.fullName {
        case "System.Xml.Linq.XDocument": member.name == "Load"
        case "System.Security.Cryptography.SymmetricAlgorithm": member.name == "Create" && member.parameters.isEmpty
        default: false
        }
    }

    private static let listed: [String: Set<String>] = [
        "Newtonsoft.Json.JsonConvert": ["SerializeObject", "DeserializeObject"],
        "System.DateTime": [
            constructor, "Add", "AddDays", "AddHours", "AddMilliseconds", "AddMinutes", "AddMonths", "AddSeconds", "AddTicks", "AddYears",
            "Date", "Day", "DayOfWeek", "DayOfYear", "DaysInMonth", "Hour", "IsDaylightSavingTime", "IsLeapYear", "MaxValue",
            "Millisecond", "Minute", "MinValue", "Month", "Now", "Parse", "Second", "Subtract", "Ticks", "TimeOfDay", "Today", "UtcNow",
            "Year",
        ],
        "System.DateTimeKind": ["Utc"],
        "System.Enum": ["Parse", "TryParse"],
        "System.Net.IPAddress": ["AddressFamily", "GetAddressBytes", "IsLoopback", "Parse", "TryParse"],
        "System.Security.Cryptography.X509Certificates.X500DistinguishedName": ["Name"],
        "System.Text.RegularExpressions.Capture": ["Index", "Length", "Value"],
        "System.Text.RegularExpressions.CaptureCollection": ["Count", "Item"],
        "System.Text.RegularExpressions.Group": ["Captures", "Success"],
        "System.Text.RegularExpressions.GroupCollection": ["Count", "Item"],
        "System.Text.RegularExpressions.Match": ["Empty", "Groups", "Result"],
        "System.Text.RegularExpressions.Regex": [constructor, "IsMatch", "Match", "Matches", "Replace", "Unescape", "Split"],
    ]
}
