/// One step of a JSONPath in Newtonsoft.Json's dialect.
indirect enum JsonPathFilter {
    /// `$` inside of a query: the token that the whole path began with.
    case root
    /// `.name`; `.*` for nil.
    case field(NetString?)
    /// `['a','b']`.
    case fields([NetString])
    /// `[2]`; `[*]` for nil.
    case index(Int32?)
    /// `[0,2]`.
    case indexes([Int32])
    /// `[1:5:2]`.
    case slice(start: Int32?, end: Int32?, step: Int32?)
    /// `..name`; `..*` for nil.
    case scan(NetString?)
    /// `..['a','b']`.
    case scanFields([NetString])
    /// `[?(@.a == 1)]`.
    case query(JsonPathQuery)
    /// `..[?(@.a == 1)]`.
    case scanQuery(JsonPathQuery)
}

/// The condition of a query.
indirect enum JsonPathQuery {
    /// The operators that compare two sides.
    enum Comparison {
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    }

    /// A side of a comparison.
    enum Operand {
        /// A path from the tested token, `@.a`, or from the root, `$.a`.
        case path([JsonPathFilter])
        /// A literal.
        case value(JValue)
    }

    /// `@.a`: there is such a token.
    case exists(Operand)
    /// `@.a < 5`: it holds for any of the tokens on either side.
    case comparison(Operand, Comparison, Operand)
    /// `… && …`.
    case all([JsonPathQuery])
    /// `… || …`.
    case any([JsonPathQuery])
}
