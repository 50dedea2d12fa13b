/// `System.Collections.ObjectModel.ReadOnlyCollection<Element>`.
struct ReadOnlyCollectionOf<Element: NetRepresentable>: NetCollectionRepresentable {
    let object: NetCollectionView
    init(_ object: NetCollectionView) { self.object = object }
    static var symbol: TypeSymbol { .named(.readOnlyCollectionClass, [Element.symbol]) }
}

extension NetType {
    /// `System.Collections.ObjectModel.ReadOnlyCollection<T>`.
    static let readOnlyCollectionClass: NetType = NetType(
        "System.Collections.ObjectModel", "ReadOnlyCollection", arity: 1, interfaces: [.named(.collection, [.typeParameter(0)])]
    ) {
        [
            .property(
                "Count", "The number of elements.",
                NetBody { (own: ReadOnlyCollectionOf<TypeParameter0>) throws(EvaluationError) -> Int32 in Int32(own.object.items.count) }),
            .indexer(
                "The element at a position.", ["index"],
                NetBody { (own: ReadOnlyCollectionOf<TypeParameter0>, index: Int32) throws(EvaluationError) -> TypeParameter0 in
                    guard index >= 0, Int(index) < own.object.items.count else { throw .indexOutOfCollection }
                    return TypeParameter0(own.object.items[Int(index)])
                }),
            .method(
                "IndexOf", "The position of a value; -1 where it is not there.", ["value"],
                NetBody(framed: {
                    (frame: inout Frame, own: ReadOnlyCollectionOf<TypeParameter0>, value: TypeParameter0) throws(EvaluationError) -> Int32
                    in
                    try frame.step(own.object.items.count)
                    return Int32(own.object.items.firstIndex(of: value.boxed) ?? -1)
                })),
        ]
    }
}
