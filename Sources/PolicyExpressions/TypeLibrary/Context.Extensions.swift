extension NetMember {
    /// APIM's extension methods on dictionaries and strings.
    static let contextExtensions: [NetMember] = fieldExtensions + variableExtensions

    private static var fieldExtensions: [NetMember] {
        [
            .extensionMethod(
                "GetValueOrDefault", "The values of a name joined by commas, or the default.", ["dictionary", "name", "defaultValue"],
                NetBody {
                    (fields: Instance<MultiValueDictionary>, name: NetString, fallback: NetString?) throws(EvaluationError) -> NetString? in
                    fields.object.joined(name) ?? fallback
                }),
            .extensionMethod(
                "GetValueOrDefault", "The values of a name joined by commas, or null.", ["dictionary", "name"],
                NetBody { (fields: Instance<MultiValueDictionary>, name: NetString) throws(EvaluationError) -> NetString? in
                    fields.object.joined(name)
                }),
        ]
    }

    private static var variableExtensions: [NetMember] {
        [
            .extensionMethod(
                "GetValueOrDefault",
                "The value of a variable as a type, or the default. A value of another type is an InvalidCastException.",
                ["dictionary", "variableName", "defaultValue"], typeParameters: 1,
                NetBody {
                    (variables: Instance<VariableDictionary>, name: NetString, fallback: TypeParameter0) throws(EvaluationError)
                        -> TypeParameter0 in
                    variables.object[name].map { TypeParameter0($0) } ?? fallback
                }),
            .extensionMethod(
                "GetValueOrDefault", "The value of a variable as a type, or the type's own default.", ["dictionary", "variableName"],
                typeParameters: 1,
                NetBody(generic: {
                    (types: TypeArguments, variables: Instance<VariableDictionary>, name: NetString) throws(EvaluationError)
                        -> TypeParameter0 in
                    TypeParameter0(variables.object[name] ?? Value.zero(of: types[0]) ?? .null)
                })),
            .extensionMethod(
                "GetValueOrDefault", "The value of a variable, or null.", ["dictionary", "variableName"],
                NetBody { (variables: Instance<VariableDictionary>, name: NetString) throws(EvaluationError) -> Value in
                    variables.object[name] ?? .null
                }),
        ]
    }
}
