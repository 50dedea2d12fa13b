import Synchronization

/// A .NET type of the library: what the binder knows of it, and its members with their bodies.
///
/// Members are made when they are first asked for, so that a type costs nothing until an expression uses it.
public final class NetType: Sendable {
    /// What kind of type it is.
    public enum Kind: Sendable {
        /// A reference type that can have instances.
        case `class`
        /// A class with static members only.
        case staticClass
        /// A value type.
        case structure
        /// An interface.
        case interface
        /// An enumeration over Int32.
        case enumeration
        /// A delegate.
        case delegate
    }

    /// The namespace, `System.Collections.Generic`.
    public let namespace: String
    /// The name without namespace and type parameters, `Dictionary`.
    public let name: String
    /// The number of type parameters.
    public let arity: Int
    /// What kind of type it is.
    public let kind: Kind
    /// The keyword that C# has for it, `int`.
    public let keyword: String?
    /// How evaluation nodes carry its values.
    let carrier: Carrier
    /// Which of the numeric types it is, if it is one.
    let numericType: NumericType?
    let base: TypeSymbol?
    /// Made when they are asked for, since a type's interfaces can mention the type itself.
    private let makeInterfaces: @Sendable () -> [TypeSymbol]
    /// Whether the members of an enumeration combine: `[Flags]`.
    let isFlags: Bool
    private let makeMembers: @Sendable () -> [NetMember]
    private let table = Mutex<NetMemberTable?>(nil)
    private let madeInterfaces = Mutex<[TypeSymbol]?>(nil)
    private let owners = Mutex<[TypeSymbol]?>(nil)

    init(
        _ namespace: String, _ name: String, arity: Int = 0, _ kind: Kind = .class, keyword: String? = nil, carrier: Carrier? = nil,
        base: TypeSymbol? = nil, interfaces: @autoclosure @escaping @Sendable () -> [TypeSymbol] = [], isFlags: Bool = false,
        members: @escaping @Sendable () -> [NetMember] = { [] }
    ) {
        (self.namespace, self.name, self.arity, self.kind, self.keyword) = (namespace, name, arity, kind, keyword)
        self.carrier = carrier ?? (kind == .enumeration ? .int32 : kind == .structure ? .value : .reference)
        numericType = keyword.flatMap { NumericType(keyword: $0) }
        (self.base, self.makeInterfaces, self.isFlags, self.makeMembers) = (base, interfaces, isFlags, members)
    }

    var interfaces: [TypeSymbol] {
        if let made = madeInterfaces.withLock({ $0 }) { return made }
        let made = makeInterfaces()
        madeInterfaces.withLock { $0 = made }
        return made
    }

    /// The name with its namespace, `System.String`.
    public var fullName: String { namespace.isEmpty ? name : "\(namespace).\(name)" }

    var members: NetMemberTable {
        table.withLock { table in
            if let table { return table }
            let isPure = PureTypes.contain(self)
            let made = NetMemberTable(
                makeMembers().map { member in
                    let allowed = AllowedMembers.allow(member, of: self) ? member : member.notAllowed()
                    return isPure ? allowed.pure() : allowed
                })
            table = made
            return made
        }
    }
}

extension NetType {
    /// The types whose instance members a value of the type has, nearest first, in terms of the type's own parameters.
    /// Found once: binding asks at every dot.
    var memberOwners: [TypeSymbol] {
        owners.withLock { owners in
            if let owners { return owners }
            let found = TypeSymbol.named(self, (0..<arity).map { .typeParameter($0) }).findMemberOwners()
            owners = found
            return found
        }
    }
}

extension NetType: Hashable {
    /// Types are equal when they are the same type of the library.
    public static func == (left: NetType, right: NetType) -> Bool { left === right }
    /// Hashes the identity.
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// The members of one type by kind and name.
struct NetMemberTable: Sendable {
    private(set) var constructors: [NetMember] = []
    private(set) var methods: [String: [NetMember]] = [:]
    private(set) var properties: [String: NetMember] = [:]
    private(set) var indexers: [NetMember] = []
    private(set) var conversions: [NetMember] = []
    private(set) var names: [String] = []

    init(_ members: [NetMember]) {
        for member in members {
            switch member.kind {
            case .constructor: constructors.append(member)
            case .method: methods[member.name, default: []].append(member)
            case .property, .constant: properties[member.name] = member
            case .indexer: indexers.append(member)
            case .implicitConversion, .explicitConversion: conversions.append(member)
            }
            if member.kind != .constructor, !names.contains(member.name) { names.append(member.name) }
        }
    }
}

/// How evaluation nodes carry the values of a static type.
///
/// Small integers, characters and enumerations travel as Int32, `uint` and `ulong` as Int64 bit patterns; the static
/// type says what the bits mean. `Value` is left for what C# itself boxes, and for structures that are rare here.
enum Carrier: Sendable, Hashable {
    case boolean, int32, int64, double, string, reference, value, void
}
