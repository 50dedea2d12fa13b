/// A value of a .NET enumeration.
public struct NetEnumeration: Sendable, Hashable {
    /// The enumeration.
    public var type: TypeSymbol
    /// The underlying value.
    public var rawValue: Int32

    /// Makes a value.
    public init(type: TypeSymbol, rawValue: Int32) { (self.type, self.rawValue) = (type, rawValue) }
}

extension NetEnumeration {
    /// The members of an enumeration, by their values as unsigned numbers, as .NET keeps them.
    static func members(of type: TypeSymbol) -> [(name: String, value: Int32)] {
        guard let table = type.definition?.members else { return [] }
        let members = table.names.compactMap { name -> (name: String, value: Int32)? in
            guard case .int32(let value)? = table.properties[name]?.constant else { return nil }
            return (name, value)
        }
        return members.sorted { UInt32(bitPattern: $0.value) < UInt32(bitPattern: $1.value) }
    }

    /// The member's name; where no member has the number, the names of the flags that make it up, or the number.
    var text: NetString { NetString(name ?? (hasFlags ? flagNames : nil) ?? String(rawValue)) }

    /// The name of the member that has the number.
    var name: String? { Self.members(of: type).first { $0.value == rawValue }?.name }

    /// `ToString(format)`; throws FormatException for a format that enumerations do not have.
    func text(format: NetString?) throws(EvaluationError) -> NetString {
        guard let format, !format.isEmpty else { return text }
        switch format {
        case "G", "g": return text
        case "F", "f": return NetString(flagNames ?? String(rawValue))
        case "D", "d": return NetString(String(rawValue))
        case "X", "x":
            let digits = String(UInt32(bitPattern: rawValue), radix: 16, uppercase: true)
            return NetString(String(repeating: "0", count: 8 - digits.utf8.count) + digits)
        default:
            throw .format("Format string can be only \"G\", \"g\", \"X\", \"x\", \"F\", \"f\", \"D\" or \"d\".")
        }
    }

    private var hasFlags: Bool { type.definition?.isFlags ?? false }

    /// The names of the members that make up the number, the largest taken first; nil where something is left over.
    private var flagNames: String? {
        let members = Self.members(of: type)
        if let name { return name }
        guard rawValue != 0 else { return nil }
        var (rest, names) = (UInt32(bitPattern: rawValue), [String]())
        for member in members.reversed() {
            let flag = UInt32(bitPattern: member.value)
            if flag != 0, rest & flag == flag { (rest, names) = (rest & ~flag, [member.name] + names) }
        }
        return rest == 0 ? names.joined(separator: ", ") : nil
    }
}

extension NetEnumeration {
    /// Why a text is no value of an enumeration.
    enum ParseFailure: Error {
        case empty, unknownName, overflow

        /// The exception that `Enum.Parse` throws.
        func exception(_ text: NetString) -> EvaluationError {
            switch self {
            case .empty: .argument("Must specify valid information for parsing in the string.", "value")
            case .unknownName: .argument("Requested value '\(text.string)' was not found.")
            case .overflow: .overflow("Int32")
            }
        }
    }

    /// `Enum.Parse`: a number, or names of members with commas between them.
    init(parsing text: NetString, as type: TypeSymbol, ignoringCase: Bool) throws(ParseFailure) {
        let trimmed = text.trimmed()
        guard let first = trimmed.utf16Array.first else { throw .empty }
        if first &- 0x30 < 10 || first == 0x2D || first == 0x2B {
            switch Int32.read(trimmed, [.allowLeadingSign, .allowTrailingWhite]) {
            case .number(let number):
                self.init(type: type, rawValue: number)
                return
            case .overflow: throw .overflow
            case .malformed: break
            }
        }
        let members = Self.members(of: type)
        var value: Int32 = 0
        for part in trimmed.string.split(separator: ",", omittingEmptySubsequences: false) {
            let name = NetString(String(part)).trimmed()
            let found = members.first { member in
                ignoringCase ? name.equalsIgnoringASCIICase(NetString(member.name)) : name == NetString(member.name)
            }
            guard let found else { throw .unknownName }
            value |= found.value
        }
        self.init(type: type, rawValue: value)
    }
}
