import PolicyDiagnostics

/// A `byte[]` that a member writes into.
struct ByteArray: NetNullable {
    let array: NetArray

    static var symbol: TypeSymbol { .array(.byte, rank: 1) }
    static var optionalSymbol: TypeSymbol { symbol }

    static func evaluate(_ node: ReferenceNode, _ frame: inout Frame, parameter: ParameterReference) throws(EvaluationError) -> Self {
        guard let object = try node.evaluate(&frame) else { throw nullFailure(parameter) }
        return Self(array: try NetArray.of(object))
    }

    static func evaluateOptional(_ node: ReferenceNode, _ frame: inout Frame) throws(EvaluationError) -> Self? {
        guard let object = try node.evaluate(&frame) else { return nil }
        return Self(array: try NetArray.of(object))
    }

    static func optionalCarried(_ value: Self?) -> NetObject? { value?.array }
    var carried: NetObject? { array }

    /// Writes bytes from a place on that lies in the array.
    func write(_ bytes: some Sequence<UInt8>, at start: Int) throws(EvaluationError) {
        var place = start
        for byte in bytes {
            try array.setElement(.byte(byte), at: Int32(clamping: place))
            place += 1
        }
    }
}
