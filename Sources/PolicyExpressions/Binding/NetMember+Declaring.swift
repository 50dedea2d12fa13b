import PolicyDiagnostics

/// The result of a member that gives nothing.
struct NetVoid: NetRepresentable {
    static var symbol: TypeSymbol { .void }
    static func evaluate(_ node: VoidNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> NetVoid {
        try node.execute(&frame)
        return NetVoid()
    }
    var carried: NetVoid { self }
}

// How a type's file lists its members. The body's first parameter is the receiver of instance members.
extension NetMember {
    /// An instance method. A parameter name may carry a default: `"preserveContent" = false`.
    static func method(
        _ name: String, _ summary: String, _ parameters: [DeclaredParameter], typeParameters: Int = 0, _ body: NetBody
    ) -> NetMember {
        declare(.method, name, summary, parameters, body, receiver: true, typeParameters: typeParameters)
    }

    static func method(_ name: String, _ summary: String, _ body: NetBody) -> NetMember { method(name, summary, [], body) }

    static func staticMethod(
        _ name: String, _ summary: String, _ parameters: [DeclaredParameter], typeParameters: Int = 0, _ body: NetBody
    ) -> NetMember {
        declare(.method, name, summary, parameters, body, receiver: false, typeParameters: typeParameters)
    }

    static func staticMethod(_ name: String, _ summary: String, _ body: NetBody) -> NetMember { staticMethod(name, summary, [], body) }

    /// A static method written as if it were a method of its first parameter.
    static func extensionMethod(
        _ name: String, _ summary: String, _ parameters: [DeclaredParameter], typeParameters: Int = 0, where constraint: TypeSymbol? = nil,
        _ body: NetBody
    ) -> NetMember {
        declare(
            .method, name, summary, parameters, body, receiver: false, typeParameters: typeParameters, constraint: constraint,
            isExtension: true)
    }

    static func property(_ name: String, _ summary: String, _ body: NetBody, setter: NetBody? = nil) -> NetMember {
        declare(.property, name, summary, [], body, receiver: true, setter: setter)
    }

    static func staticProperty(_ name: String, _ summary: String, _ body: NetBody) -> NetMember {
        declare(.property, name, summary, [], body, receiver: false)
    }

    static func indexer(_ summary: String, _ parameters: [DeclaredParameter], _ body: NetBody, setter: NetBody? = nil) -> NetMember {
        declare(.indexer, "this", summary, parameters, body, receiver: true, setter: setter)
    }

    static func constructor(_ summary: String, _ parameters: [DeclaredParameter], _ body: NetBody) -> NetMember {
        declare(.constructor, ".ctor", summary, parameters, body, receiver: false)
    }

    static func implicitConversion(_ summary: String, _ body: NetBody) -> NetMember {
        declare(.implicitConversion, "op_Implicit", summary, ["value"], body, receiver: false)
    }

    static func explicitConversion(_ summary: String, _ body: NetBody) -> NetMember {
        declare(.explicitConversion, "op_Explicit", summary, ["value"], body, receiver: false)
    }

    /// A constant, or a static field that never changes.
    static func constant(_ name: String, _ summary: String, _ type: TypeSymbol, _ value: NetDefault) -> NetMember {
        NetMember(.constant, name, summary, isStatic: true, result: type, constant: value)
    }

    private static func declare(
        _ kind: Kind, _ name: String, _ summary: String, _ parameters: [DeclaredParameter], _ body: NetBody, receiver: Bool,
        typeParameters: Int = 0, constraint: TypeSymbol? = nil, isExtension: Bool = false, setter: NetBody? = nil
    ) -> NetMember {
        let types = body.parameters.dropFirst(receiver ? 1 : 0)
        let declared = zip(parameters, types).map { parameter, type in
            Parameter(
                name: parameter.name, type: type, defaultValue: parameter.defaultValue, isParams: parameter.isParams,
                reference: parameter.reference)
        }
        precondition(declared.count == types.count, "\(name) has \(types.count) parameters and \(parameters.count) names")
        return NetMember(
            kind, name, summary, isStatic: !receiver, isExtension: isExtension, parameters: declared,
            typeParameterCount: typeParameters, constraint: constraint, result: body.result, body: body, setter: setter)
    }

    /// A parameter's name, with what C# callers may leave out.
    struct DeclaredParameter: Sendable, ExpressibleByStringLiteral {
        var name: String
        var defaultValue: NetDefault?
        var isParams = false
        var reference = ReferenceKind.none

        init(stringLiteral value: String) { name = value }

        static func optional(_ name: String, _ value: NetDefault) -> DeclaredParameter {
            var parameter = DeclaredParameter(stringLiteral: name)
            parameter.defaultValue = value
            return parameter
        }

        /// An `out` parameter, whose body type is `Out`.
        static func out(_ name: String) -> DeclaredParameter {
            var parameter = DeclaredParameter(stringLiteral: name)
            parameter.reference = .out
            return parameter
        }

        /// A `ref` parameter, whose body type is `Ref`.
        static func reference(_ name: String) -> DeclaredParameter {
            var parameter = DeclaredParameter(stringLiteral: name)
            parameter.reference = .ref
            return parameter
        }

        static func params(_ name: String) -> DeclaredParameter {
            var parameter = DeclaredParameter(stringLiteral: name)
            parameter.isParams = true
            return parameter
        }
    }
}
