/// `ICloneable.Clone`.
enum Cloning {
    /// The value itself when nothing can change it, otherwise a copy whose elements are the same.
    static func copy(of value: Value) throws(EvaluationError) -> Value {
        switch value {
        case .null: throw .nullReference
        case .string: return value
        case .object(let array as NetArray): return .object(NetArray(type: array.type, items: array.items))
        case .object(let culture as NetFormatProvider): return .object(culture)
        case .object(let token as JToken): return .object(try token.deepClone())
        default: throw .invalidCast(value, to: .named(.cloneable, []))
        }
    }
}
