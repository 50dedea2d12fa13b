/// Reads JSON text into a token tree as Newtonsoft.Json's JsonTextReader does, with its leniency and its messages.
///
/// It works on UTF-8 and keeps the containers that are open on a stack of its own, so that nesting costs no call depth.
/// Lines and columns are only counted when a message needs them.
struct JsonReader: ~Copyable {
    /// What `Parse` was called on, which decides what may stand at the root.
    enum Root: String {
        case token = "JToken"
        case object = "JObject"
        case array = "JArray"
    }

    /// Where the reader is in the grammar; the names are Newtonsoft's.
    enum State {
        case start, value, member, postValue, finished
    }

    /// A container that is open.
    struct Frame {
        let kind: JsonContainerKind
        /// Where the container's children begin among those that wait.
        let firstChild: Int
        /// Where an object's names begin among those that wait.
        let firstName: Int
        /// The index of the value that was read last, or for objects the place of its name among those that wait; -1 in
        /// front of the first one.
        var index = -1
    }

    /// How deep containers may be nested.
    static let maximumDepth = 256

    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0
    var state = State.start
    /// The innermost open container.
    var frame: Frame?
    var outerFrames: [Frame] = []
    /// The finished children of open containers; for objects, the values of their members.
    var children = JsonStack<JToken>()
    /// The names of the members of open objects.
    var names = JsonStack<JObjectName>()
    /// Positions of members by name for the open objects that have many, by their depth.
    var positions: [Int: [NetString: Int]] = [:]
    /// The names of open constructors.
    var constructors: [NetString] = []
    /// The token that ends up as the result.
    var root: JToken?
    let expected: Root
    /// Whether strings that look like dates become dates (`DateParseHandling`).
    var readsDates = true
    /// Whether numbers become raw JSON: the digits as they were written.
    var keepsNumberText = false
    /// Whether comments become tokens; nil for `Parse` without settings, which answers a comment that comes first.
    var comments: JsonLoadSettings.CommentHandling?
    /// What messages call the thing that is loaded.
    var loading: String

    init(_ bytes: UnsafeBufferPointer<UInt8>, expecting root: Root) {
        (self.bytes, expected, loading) = (bytes, root, root.rawValue)
        outerFrames.reserveCapacity(8)
    }

    /// Reads one value and whatever may follow it.
    mutating func readDocument() throws(EvaluationError) -> JToken {
        while state != .finished { try readStep() }
        try readEnd()
        guard let root else { throw unexpectedEnd }
        return root
    }

    /// Reads one name, value, or sign between values.
    @inline(__always)
    mutating func readStep() throws(EvaluationError) {
        switch state {
        case .start, .value: try readValue()
        case .member: try readMember()
        case .postValue: try readPostValue()
        case .finished: return
        }
    }

    /// The byte at the position; zero at the end, as Newtonsoft's buffer has it.
    @inline(__always)
    var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

    @inline(__always)
    var isAtEnd: Bool { position >= bytes.count }
}

/// The kinds of containers, as messages name them.
enum JsonContainerKind: String {
    case object = "Object"
    case array = "Array"
    case constructor = "Constructor"
}

extension JsonReader {
    /// Skips white space; true unless the end was reached.
    @inline(__always)
    mutating func skipWhiteSpace() -> Bool {
        while position < bytes.count {
            let byte = bytes[position]
            if byte > 0x20, byte < 0x80 { return true }
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || skipRareWhiteSpace() else { return true }
            if byte <= 0x20 { position += 1 }
        }
        return false
    }

    /// Skips a character that is rarely white space: a zero or one that is not ASCII. A byte below 0x21 is left for the
    /// caller to step over.
    private mutating func skipRareWhiteSpace() -> Bool {
        let byte = bytes[position]
        if byte <= 0x20 { return byte == 0 || UInt16(byte).isWhiteSpace }
        let scalar = scalar(at: position)
        guard scalar.value <= 0xFFFF, UInt16(truncatingIfNeeded: scalar.value).isWhiteSpace else { return false }
        position += scalar.utf8.count
        return true
    }

    /// The character at an offset; U+FFFD where the bytes are not well-formed.
    func scalar(at offset: Int) -> Unicode.Scalar {
        guard offset < bytes.count else { return "\0" }
        let part = UnsafeBufferPointer(rebasing: bytes[offset..<min(offset + 4, bytes.count)])
        return String(decoding: part, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
    }
}

extension JsonReader {
    /// Reads what may stand where a value is expected.
    private mutating func readValue() throws(EvaluationError) {
        guard skipWhiteSpace() else { return try endOfText() }
        switch bytes[position] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): try finish(readStringToken())
        case UInt8(ascii: "{"): try open(.object)
        case UInt8(ascii: "["): try open(.array)
        case UInt8(ascii: "]"): try close(.array)
        case UInt8(ascii: ")"): try close(.constructor)
        case UInt8(ascii: ","): try finish(.undefined)
        case UInt8(ascii: "/"): try readCommentToken()
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): try finish(readNumber())
        default: try readWord()
        }
    }

    /// The text may end where a value is expected only behind a comment that is the result.
    private mutating func endOfText() throws(EvaluationError) {
        guard frame == nil, root != nil else { throw endOfContent }
        state = .finished
    }

    /// Reads what may stand where a member's name is expected.
    private mutating func readMember() throws(EvaluationError) {
        guard skipWhiteSpace() else { throw endOfContent }
        switch bytes[position] {
        case UInt8(ascii: "}"): try close(.object)
        case UInt8(ascii: "/"): _ = try readComment()
        default:
            addName(try readName())
            state = .value
        }
    }

    /// Reads what may stand behind a value inside of a container.
    private mutating func readPostValue() throws(EvaluationError) {
        guard skipWhiteSpace() else { throw endOfContent }
        switch bytes[position] {
        case UInt8(ascii: ","):
            position += 1
            state = frame?.kind == .object ? .member : .value
        case UInt8(ascii: "}"): try close(.object)
        case UInt8(ascii: "]"): try close(.array)
        case UInt8(ascii: ")"): try close(.constructor)
        case UInt8(ascii: "/"): try load(comment: try readComment())
        default: throw unexpectedCharacter("After parsing a value an unexpected character was encountered: ")
        }
    }

    /// Reads what may stand behind the whole document: comments.
    private mutating func readEnd() throws(EvaluationError) {
        while skipWhiteSpace() {
            guard bytes[position] == UInt8(ascii: "/") else {
                throw unexpectedCharacter("Additional text encountered after finished reading JSON content: ")
            }
            _ = try readComment()
        }
    }

    /// A comment in the place of a value; `JToken.Parse` answers it when it comes first.
    private mutating func readCommentToken() throws(EvaluationError) {
        let text = try readComment()
        if frame == nil, expected == .token, root == nil, comments != .ignore { root = JValue(.comment(text)) }
        try load(comment: text)
    }

    /// A comment between elements becomes one of them if comments are loaded; an object has no place for it.
    private mutating func load(comment text: NetString) throws(EvaluationError) {
        guard comments == .load, let frame, frame.kind != .object else { return }
        countValue()
        let state = state
        append(JValue(.comment(text)))
        self.state = state
    }
}

extension JsonReader {
    mutating func open(_ kind: JsonContainerKind) throws(EvaluationError) {
        if kind != .constructor { position += 1 }
        if let frame {
            countValue()
            guard outerFrames.count + 1 < Self.maximumDepth else { throw tooDeep }
            // Counting changed the frame.
            outerFrames.append(self.frame ?? frame)
        } else {
            try begin(kind)
        }
        frame = Frame(kind: kind, firstChild: children.count, firstName: names.count)
        state = kind == .object ? .member : .value
    }

    private var tooDeep: EvaluationError { .limit(.depth, "The JSON is nested more than \(Self.maximumDepth) levels deep.") }

    private mutating func begin(_ kind: JsonContainerKind) throws(EvaluationError) {
        state = .value
        try requireRoot("Start\(kind.rawValue)", isExpected: expected == .token || "J\(kind.rawValue)" == expected.rawValue)
        loading = "J\(kind.rawValue)"
    }

    /// Ends the innermost container, which must be of the kind that the closing character says.
    private mutating func close(_ kind: JsonContainerKind) throws(EvaluationError) {
        position += 1
        let ended = frame
        frame = outerFrames.popLast()
        guard let ended, ended.kind == kind else {
            if frame == nil { state = .value }
            throw error("JsonToken End\(kind.rawValue) is not valid for closing JsonType \(ended?.kind.rawValue ?? "None").")
        }
        switch kind {
        case .object:
            if names.count - ended.firstName > JObject.indexThreshold { positions[outerFrames.count] = nil }
            append(JObject(names: names.take(from: ended.firstName), freshValues: children.take(from: ended.firstChild)))
        case .array: append(JArray(freshItems: children.take(from: ended.firstChild)))
        case .constructor: append(JConstructor(constructors.removeLast(), freshItems: children.take(from: ended.firstChild)))
        }
    }

    /// A value without children is complete.
    @inline(__always)
    mutating func finish(_ scalar: consuming JsonScalar) throws(EvaluationError) {
        if frame == nil {
            state = .value
            try requireRoot(scalar.tokenType.name, isExpected: expected == .token)
        }
        countValue()
        append(JValue(scalar))
    }

    /// Puts a complete value where it belongs.
    @inline(__always)
    private mutating func append(_ token: consuming JToken) {
        guard let frame else {
            if root == nil { root = token }
            state = .finished
            return
        }
        state = .postValue
        guard frame.kind == .object else {
            token.positionHint = Int32(truncatingIfNeeded: frame.index)
            return children.push(token)
        }
        let position = frame.index - frame.firstName
        token.positionHint = Int32(truncatingIfNeeded: position)
        if frame.firstChild + position == children.count {
            children.push(token)
        } else {
            children[frame.firstChild + position] = token
        }
    }

    /// Begins a member: the value of one whose name came before replaces the earlier one in its place.
    @inline(__always)
    private mutating func addName(_ name: consuming NetString) {
        guard let first = frame?.firstName else { return }
        let name = JObjectName(name)
        if let known = position(of: name, from: first) {
            frame?.index = known
        } else {
            frame?.index = names.count
            names.push(name)
        }
    }

    @inline(__always)
    private mutating func position(of name: JObjectName, from first: Int) -> Int? {
        if names.count - first >= JObject.indexThreshold { return indexedPosition(of: name, from: first) }
        return names.position(from: first) { $0.equals(name) }
    }

    private mutating func indexedPosition(of name: JObjectName, from first: Int) -> Int? {
        let depth = outerFrames.count
        if positions[depth] == nil {
            let known = (first..<names.count).map { (names[$0].name, $0) }
            positions[depth] = Dictionary(known, uniquingKeysWith: { first, _ in first })
        }
        if let position = positions[depth]?[name.name] { return position }
        positions[depth]?[name.name] = names.count
        return nil
    }

    /// Advances the index that the path shows.
    @inline(__always)
    mutating func countValue() {
        if let kind = frame?.kind, kind != .object { frame?.index += 1 }
    }

    private func requireRoot(_ tokenName: String, isExpected: Bool) throws(EvaluationError) {
        if isExpected { return }
        let noun = expected == .object ? "object" : "array"
        throw error("Error reading \(expected.rawValue) from JsonReader. Current JsonReader item is not an \(noun): \(tokenName).")
    }
}
