extension TypeSymbol {
    static let object: TypeSymbol = TypeSymbol.named(.object, [])
    static let string: TypeSymbol = TypeSymbol.named(.string, [])
    static let boolean: TypeSymbol = TypeSymbol.named(.boolean, [])
    static let char: TypeSymbol = TypeSymbol.named(.char, [])
    static let sbyte: TypeSymbol = TypeSymbol.named(.sbyte, [])
    static let byte: TypeSymbol = TypeSymbol.named(.byte, [])
    static let int16: TypeSymbol = TypeSymbol.named(.int16, [])
    static let uint16: TypeSymbol = TypeSymbol.named(.uint16, [])
    static let int32: TypeSymbol = TypeSymbol.named(.int32, [])
    static let uint32: TypeSymbol = TypeSymbol.named(.uint32, [])
    static let int64: TypeSymbol = TypeSymbol.named(.int64, [])
    static let uint64: TypeSymbol = TypeSymbol.named(.uint64, [])
    static let single: TypeSymbol = TypeSymbol.named(.single, [])
    static let double: TypeSymbol = TypeSymbol.named(.double, [])
    static let decimal: TypeSymbol = TypeSymbol.named(.decimal, [])
    static let dateTime: TypeSymbol = TypeSymbol.named(.dateTime, [])
    static let dateTimeOffset: TypeSymbol = TypeSymbol.named(.dateTimeOffset, [])
    static let timeSpan: TypeSymbol = TypeSymbol.named(.timeSpan, [])
    static let guid: TypeSymbol = TypeSymbol.named(.guid, [])
    static let exception: TypeSymbol = TypeSymbol.named(.exception, [])

    static func list(of element: TypeSymbol) -> TypeSymbol { .named(.list, [element]) }
    static func listInterface(of element: TypeSymbol) -> TypeSymbol { .named(.listInterface, [element]) }
    static func enumerable(of element: TypeSymbol) -> TypeSymbol { .named(.enumerable, [element]) }
    static func dictionary(_ key: TypeSymbol, _ value: TypeSymbol) -> TypeSymbol { .named(.dictionary, [key, value]) }

    static let multiValueDictionary: TypeSymbol = TypeSymbol.named(.readOnlyDictionary, [.string, .array(.string, rank: 1)])
    static let stringDictionary: TypeSymbol = TypeSymbol.named(.readOnlyDictionary, [.string, .string])
    static let variableDictionary: TypeSymbol = TypeSymbol.named(.readOnlyDictionary, [.string, .object])
    static let form: TypeSymbol = TypeSymbol.named(.dictionaryInterface, [.string, .named(.listInterface, [.string])])

    static let context: TypeSymbol = TypeSymbol.named(.context, [])
    static let request: TypeSymbol = TypeSymbol.named(.request, [])
    static let response: TypeSymbol = TypeSymbol.named(.response, [])
    static let messageBody: TypeSymbol = TypeSymbol.named(.messageBody, [])
    static let url: TypeSymbol = TypeSymbol.named(.url, [])

    static let jToken: TypeSymbol = TypeSymbol.named(.jToken, [])
    static let jObject: TypeSymbol = TypeSymbol.named(.jObject, [])
    static let jArray: TypeSymbol = TypeSymbol.named(.jArray, [])
    static let jValue: TypeSymbol = TypeSymbol.named(.jValue, [])
    static let jProperty: TypeSymbol = TypeSymbol.named(.jProperty, [])

    static let xObject: TypeSymbol = TypeSymbol.named(.xObject, [])
    static let xNode: TypeSymbol = TypeSymbol.named(.xNode, [])
    static let xContainer: TypeSymbol = TypeSymbol.named(.xContainer, [])
    static let xElement: TypeSymbol = TypeSymbol.named(.xElement, [])
    static let xAttribute: TypeSymbol = TypeSymbol.named(.xAttribute, [])
    static let xDocument: TypeSymbol = TypeSymbol.named(.xDocument, [])
}

extension TypeSymbol {
    /// How evaluation nodes carry values of the type.
    var carrier: Carrier {
        switch self {
        case .named(let type, _): type.carrier
        case .array, .anonymous: .reference
        case .void: .void
        case .null: .reference
        case .nullable, .tuple, .typeParameter, .dynamic, .error: .value
        }
    }

    var definition: NetType? {
        if case .named(let type, _) = self { type } else { nil }
    }

    var typeArguments: [TypeSymbol] {
        if case .named(_, let arguments) = self { arguments } else { [] }
    }

    /// Whether values of the type can be null.
    var isReferenceType: Bool {
        switch self {
        case .named(let type, _): type.kind != .structure && type.kind != .enumeration
        case .array, .anonymous, .null, .dynamic, .error: true
        case .nullable, .tuple, .typeParameter, .void: false
        }
    }

    var isEnumeration: Bool { definition?.kind == .enumeration }

    /// `T` of `T?`, otherwise the type itself.
    var unwrapped: TypeSymbol {
        if case .nullable(let wrapped) = self { wrapped } else { self }
    }

    /// The types of a tuple's elements; nil for any other type.
    var tupleElements: [TypeSymbol]? {
        if case .tuple(let elements, _) = self { elements } else { nil }
    }

    /// The type with type parameters replaced by arguments.
    func substituting(_ arguments: [TypeSymbol]) -> TypeSymbol {
        guard !arguments.isEmpty else { return self }
        switch self {
        case .typeParameter(let index): return index < arguments.count ? arguments[index] : self
        case .named(let type, let own): return .named(type, own.map { $0.substituting(arguments) })
        case .array(let element, let rank): return .array(element.substituting(arguments), rank: rank)
        case .nullable(let wrapped): return .nullable(wrapped.substituting(arguments))
        case .tuple(let elements, let names): return .tuple(elements.map { $0.substituting(arguments) }, names: names)
        default: return self
        }
    }

    /// The direct base class, constructed.
    var baseType: TypeSymbol? {
        switch self {
        case .named(let type, let arguments):
            type.base?.substituting(arguments) ?? (type === NetType.object || type.kind == .interface ? nil : .object)
        case .array: .named(.array, [])
        case .anonymous, .tuple, .nullable: .object
        default: nil
        }
    }

    /// The interfaces that the type names itself, constructed.
    var declaredInterfaces: [TypeSymbol] {
        switch self {
        case .named(let type, let arguments):
            type.interfaces.map { $0.substituting(arguments) } + (type.kind == .structure || isEnumeration ? interfacesOfSimpleValue : [])
        case .array(let element, rank: 1): [.listInterface(of: element)]
        case .tuple: [.named(.comparable, []), .named(.comparableTo, [self]), .named(.equatable, [self])]
        default: []
        }
    }

    /// Whether a value of this type is an instance of `other`, by identity, inheritance, interface or variance.
    func inherits(from other: TypeSymbol) -> Bool {
        if self == other || other == .object { return true }
        if isVariant(of: other) { return true }
        if declaredInterfaces.contains(where: { $0.inherits(from: other) }) { return true }
        if case .array(let element, rank: 1) = self, case .array(let target, rank: 1) = other {
            return element.isReferenceType && element.inherits(from: target)
        }
        return baseType?.inherits(from: other) ?? false
    }

    /// Whether the types are constructed of one generic type whose type arguments convert (C# §18.2.3.3).
    private func isVariant(of other: TypeSymbol) -> Bool {
        guard case .named(let type, let own) = self, case .named(let base, let others) = other, type == base, !own.isEmpty else {
            return false
        }
        return zip(own, others).enumerated().allSatisfy { index, pair in
            if pair.0 == pair.1 { return true }
            switch type.variance(at: index) {
            case .invariant: return false
            case .covariant: return pair.0.isReferenceType && pair.0.inherits(from: pair.1)
            case .contravariant: return pair.1.isReferenceType && pair.1.inherits(from: pair.0)
            }
        }
    }
}

extension TypeSymbol: CustomStringConvertible {
    /// The short C# name, as in messages: `Dictionary<string,int>`.
    public var description: String {
        switch self {
        case .named(let type, let arguments):
            (type.keyword ?? type.name) + (arguments.isEmpty ? "" : "<" + arguments.map(\.description).joined(separator: ",") + ">")
        case .array(let element, let rank): element.description + "[" + String(repeating: ",", count: rank - 1) + "]"
        case .nullable(let wrapped): wrapped.description + "?"
        case .tuple(let elements, _): "(" + elements.map(\.description).joined(separator: ", ") + ")"
        case .anonymous: "anonymous"
        case .typeParameter(let index): "T\(index)"
        case .null: "<null>"
        case .void: "void"
        case .dynamic: "dynamic"
        case .error: "?"
        }
    }

    /// The name with namespaces that .NET's exception messages use: `System.String`.
    var fullName: String {
        switch self {
        case .named(let type, []): type.fullName
        case .named(let type, let arguments):
            "\(type.fullName)`\(type.arity)[\(arguments.map(\.fullName).joined(separator: ","))]"
        case .array(let element, let rank): element.fullName + "[" + String(repeating: ",", count: rank - 1) + "]"
        case .nullable(let wrapped): "System.Nullable`1[\(wrapped.fullName)]"
        case .tuple(let elements, _): "System.ValueTuple`\(elements.count)[\(elements.map(\.fullName).joined(separator: ","))]"
        case .anonymous(let members): "<>f__AnonymousType0`\(members.count)[\(members.map(\.type.fullName).joined(separator: ","))]"
        default: description
        }
    }
}
