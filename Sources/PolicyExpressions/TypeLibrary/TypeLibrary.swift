/// Every type that expressions can use, by name.
///
/// A type is made when it is first looked up by one of its members; the table itself holds references only.
public struct TypeLibrary: Sendable {
    private let types: [NetType]
    private let bySimpleName: [String: [NetType]]
    private let namespaces: Set<String>
    private let extensions: [String: [NetMember]]
    /// Static classes whose extension methods apply to what they extend.
    private let extensionClasses: [NetType]
    private let notAllowed: Set<String>

    /// What this engine implements.
    ///
    /// Of its types API Management allows all but the exceptions below `System.Exception` (policy expressions reference,
    /// list of allowed types); what it allows of types that it allows in part, `AllowedMembers` says.
    public static let standard = TypeLibrary(
        NetType.all,
        extensions: NetMember.extensions,
        extensionClasses: [.linq, .collectionExtensions, .rsaCertificateExtensions, .xmlExtensions],
        notAllowed: Set(NetType.notAllowed.map(\.fullName)).subtracting([NetType.exception.fullName]))

    init(_ types: [NetType], extensions: [NetMember], extensionClasses: [NetType], notAllowed: Set<String> = []) {
        self.types = types
        bySimpleName = Dictionary(grouping: types, by: \.name)
        namespaces = Set(types.flatMap { Self.prefixes(of: $0.namespace) })
        self.extensions = Dictionary(grouping: extensions, by: \.name)
        (self.extensionClasses, self.notAllowed) = (extensionClasses, notAllowed)
    }

    private static func prefixes(of namespace: String) -> [String] {
        let parts = namespace.split(separator: ".")
        return parts.indices.map { parts[...$0].joined(separator: ".") }
    }

    /// All types, in no order that matters.
    var allTypes: [NetType] { types }

    /// The extension methods that belong to no type of the library: those of API Management.
    var extensionMembers: [NetMember] { extensions.values.flatMap { $0 } }

    /// The simple names of all types.
    public var typeNames: [String] { types.map(\.name) }

    func type(named name: String, arity: Int) -> NetType? { bySimpleName[name]?.first { $0.arity == arity } }

    func type(fullName: String, arity: Int) -> NetType? {
        guard fullName.contains(".") else { return type(named: fullName, arity: arity) }
        for dot in fullName.indices.reversed() where fullName[dot] == "." {
            let candidates = bySimpleName[String(fullName[fullName.index(after: dot)...])] ?? []
            if let type = candidates.first(where: { $0.arity == arity && $0.namespace == fullName[..<dot] }) { return type }
        }
        // A type within another, whose name has a dot itself.
        return type(named: fullName, arity: arity)
    }

    func types(named name: String) -> [NetType] { bySimpleName[name] ?? [] }

    func isNamespace(_ name: String) -> Bool { namespaces.contains(name) }

    func allows(_ type: NetType) -> Bool { !notAllowed.contains(type.fullName) }

    func extensionMethods(named name: String) -> [NetMember] {
        (extensions[name] ?? []) + extensionClasses.flatMap { ($0.members.methods[name] ?? []).filter(\.isExtension) }
    }

    /// The types of a namespace, and the namespaces in it.
    func names(in namespace: String) -> [String] {
        let inner = namespaces.filter { $0.hasPrefix(namespace + ".") }.compactMap {
            $0.dropFirst(namespace.count + 1).split(separator: ".").first
        }
        return types.filter { $0.namespace == namespace }.map(\.name) + inner.map(String.init)
    }

    /// The extension methods of what has a type that their receivers accept.
    func extensionMethodNames(where accepts: (TypeSymbol) -> Bool) -> [String] {
        let own = extensions.values.flatMap { $0 }
        let members = own + extensionClasses.flatMap { $0.members.methods.values.flatMap { $0 } }.filter(\.isExtension)
        return members.filter { member in member.parameters.first.map { accepts($0.type) } ?? false }.map(\.name)
    }

    /// The type that a keyword means.
    func type(of keyword: PredefinedTypeSyntax) -> TypeSymbol {
        if keyword == .void { return .void }
        return types.first { $0.keyword == keyword.rawValue }.map { .named($0, []) } ?? .error
    }

    /// The exception type of a full name; `System.Exception` for one that the library lacks.
    func exceptionType(_ fullName: String) -> TypeSymbol {
        type(fullName: fullName, arity: 0).map { .named($0, []) } ?? .exception
    }
}

extension NetType {
    /// Every type, in no order that matters. A new type needs its own file and one line here.
    static let all: [NetType] = {
        let areas: [[NetType]] = [
            basics, text, values, contextTypes, newtonsoft, exceptions, globalization, delegates, allTuples, collections,
            regularExpressions, cryptography, cryptographySupport, xmlTypes, xmlStreams, ioTypes, uriTypes, netTypes, [version],
        ]
        return areas.flatMap { $0 }
    }()

    /// What expressions can use here though API Management does not list it.
    fileprivate static var notAllowed: [NetType] {
        let areas: [[NetType]] = [
            exceptions, globalization, newtonsoftSettings, newtonsoftExceptions, cryptographySupport, xmlStreams,
            [version, uriBuilder, uriComponents, uriFormat, uriHostNameType],
        ]
        return areas.flatMap { $0 }
    }

    private static let basics: [NetType] = [
        .object, .string, .boolean, .char, .array, .systemType, .enumerationBase, .stringComparison, .stringSplitOptions, .formatProvider,
        .formattable, .comparable, .comparableTo, .equatable, .convertible, .cloneable, .disposable, .linq, .grouping, .orderedEnumerable,
        .lookup,
    ]

    private static let values: [NetType] = [
        .sbyte, .byte, .int16, .uint16, .int32, .uint32, .int64, .uint64, .single, .double, .decimal, .dateTime, .timeSpan, .guid,
        .nullable, .nullableStatics, .convert, .math, .random, .bitConverter, .typeCode, .midpointRounding, .numberStyles, .dayOfWeek,
        .dateTimeKind, .dateTimeOffset, .dateTimeStyles, .timeSpanStyles, .timeZoneInfo, .adjustmentRule, .transitionTime, .timeZone,
        .readOnlyCollectionClass,
    ]

    private static let contextTypes: [NetType] = [
        .context, .request, .response, .messageBody, .url, .api, .operation, .product, .subscription, .user, .group, .userIdentity,
        .deployment, .gateway, .backend, .workspace, .lastError, .keyParameterNames, .privateEndpoint, .foundry, .jsonWebToken,
        .basicCredentials, .authorization, .productState, .backendType,
    ]
}

extension NetMember {
    /// The extension methods that stand in no class of their own.
    fileprivate static var extensions: [NetMember] {
        let areas: [[NetMember]] = [
            contextExtensions, authorizationExtensions, formExtensions, tokenExtensions, cryptographyExtensions,
        ]
        return areas.flatMap { $0 }
    }
}
