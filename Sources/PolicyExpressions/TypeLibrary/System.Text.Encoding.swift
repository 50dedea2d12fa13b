extension NetType {
    /// `System.Text.Encoding`.
    static let encoding: NetType = NetType("System.Text", "Encoding", interfaces: [.named(.cloneable, [])]) {
        knownEncodings + encodingProperties + encodingBytes + encodingCharacters
    }

    private static var knownEncodings: [NetMember] {
        [
            .staticProperty(
                "UTF8", "UTF-8 with a byte order mark as preamble.",
                NetBody { () throws(EvaluationError) -> Instance<NetEncoding> in
                    Instance(NetEncoding(.utf8))
                }),
            .staticProperty(
                "ASCII", "ASCII; a question mark stands for what it lacks.",
                NetBody { () throws(EvaluationError) -> Instance<NetEncoding> in
                    Instance(NetEncoding(.ascii))
                }),
            .staticProperty(
                "Unicode", "UTF-16, the lower byte first.",
                NetBody { () throws(EvaluationError) -> Instance<NetEncoding> in
                    Instance(NetEncoding(.utf16(isBigEndian: false)))
                }),
            .staticProperty(
                "BigEndianUnicode", "UTF-16, the higher byte first.",
                NetBody { () throws(EvaluationError) -> Instance<NetEncoding> in
                    Instance(NetEncoding(.utf16(isBigEndian: true)))
                }),
            .staticProperty(
                "UTF32", "UTF-32, the lowest byte first.",
                NetBody { () throws(EvaluationError) -> Instance<NetEncoding> in
                    Instance(NetEncoding(.utf32(isBigEndian: false)))
                }),
            .staticProperty(
                "UTF7", "UTF-7.",
                NetBody { () throws(EvaluationError) -> Instance<NetEncoding> in
                    Instance(NetEncoding(.utf7))
                }),
            .staticProperty(
                "Default", "UTF-8 without a byte order mark.",
                NetBody { () throws(EvaluationError) -> Instance<NetEncoding> in
                    Instance(NetEncoding(.utf8, hasByteOrderMark: false))
                }),
            .staticMethod(
                "GetEncoding", "The encoding of a name.", ["name"],
                NetBody { (name: NetString) throws(EvaluationError) -> Instance<NetEncoding> in
                    Instance(try .encoding(named: name))
                }),
            .staticMethod(
                "GetEncoding", "The encoding of a code page.", ["codepage"],
                NetBody { (codePage: Int32) throws(EvaluationError) -> Instance<NetEncoding> in
                    Instance(try .encoding(codePage: codePage))
                }),
            .staticMethod(
                "Convert", "Bytes of one encoding as bytes of another.", ["srcEncoding", "dstEncoding", "bytes"],
                NetBody {
                    (source: Instance<NetEncoding>, target: Instance<NetEncoding>, bytes: [UInt8]) throws(EvaluationError) -> [UInt8] in
                    try target.object.bytes(of: source.object.string(of: bytes))
                }),
            .staticMethod(
                "Convert", "Some bytes of one encoding as bytes of another.", ["srcEncoding", "dstEncoding", "bytes", "index", "count"],
                NetBody {
                    (source: Instance<NetEncoding>, target: Instance<NetEncoding>, bytes: [UInt8], index: Int32, count: Int32)
                        throws(EvaluationError) -> [UInt8] in
                    try target.object.bytes(of: source.object.string(of: encodingPart(bytes, index, count, "bytes")))
                }),
        ]
    }

    private static var encodingProperties: [NetMember] {
        [
            .property(
                "WebName", "The registered name.",
                NetBody { (encoding: Instance<NetEncoding>) throws(EvaluationError) -> NetString in
                    NetString(encoding.object.names.web)
                }),
            .property(
                "BodyName", "The name in bodies of mail.",
                NetBody { (encoding: Instance<NetEncoding>) throws(EvaluationError) -> NetString in
                    NetString(encoding.object.names.web)
                }),
            .property(
                "HeaderName", "The name in headers of mail.",
                NetBody { (encoding: Instance<NetEncoding>) throws(EvaluationError) -> NetString in
                    NetString(encoding.object.names.web)
                }),
            .property(
                "EncodingName", "The name for people.",
                NetBody { (encoding: Instance<NetEncoding>) throws(EvaluationError) -> NetString in
                    NetString(encoding.object.names.display)
                }),
            .property(
                "CodePage", "The number of the code page.",
                NetBody { (encoding: Instance<NetEncoding>) throws(EvaluationError) -> Int32 in
                    encoding.object.names.codePage
                }),
            .property(
                "WindowsCodePage", "The number of the Windows code page that is closest.",
                NetBody { (encoding: Instance<NetEncoding>) throws(EvaluationError) -> Int32 in
                    encoding.object.names.windowsCodePage
                }),
            .property(
                "IsSingleByte", "Whether each character takes one byte.",
                NetBody { (encoding: Instance<NetEncoding>) throws(EvaluationError) -> Bool in
                    encoding.object.isSingleByte
                }),
            use("IsBrowserDisplay", "Whether browsers show text in the encoding.", .browserDisplay),
            use("IsBrowserSave", "Whether browsers save text in the encoding.", .browserSave),
            use("IsMailNewsDisplay", "Whether programs for mail show text in the encoding.", .mailDisplay),
            use("IsMailNewsSave", "Whether programs for mail save text in the encoding.", .mailSave),
            .property(
                "IsReadOnly", "Whether the encoding cannot be changed.",
                NetBody { (encoding: Instance<NetEncoding>) throws(EvaluationError) -> Bool in
                    true
                }),
            .method(
                "GetPreamble", "The byte order mark.", [],
                NetBody { (encoding: Instance<NetEncoding>) throws(EvaluationError) -> [UInt8] in
                    encoding.object.preamble
                }),
            .method(
                "GetMaxByteCount", "The most bytes that a number of characters can take.", ["charCount"],
                NetBody { (encoding: Instance<NetEncoding>, count: Int32) throws(EvaluationError) -> Int32 in
                    try encoding.object.maximumByteCount(count)
                }),
            .method(
                "GetMaxCharCount", "The most characters that a number of bytes can hold.", ["byteCount"],
                NetBody { (encoding: Instance<NetEncoding>, count: Int32) throws(EvaluationError) -> Int32 in
                    try encoding.object.maximumCharCount(count)
                }),
            .method(
                "Equals", "Whether both are the same encoding.", ["value"],
                NetBody { (encoding: Instance<NetEncoding>, other: Value) throws(EvaluationError) -> Bool in
                    if case .object(let other as NetEncoding) = other {
                        other.names.codePage == encoding.object.names.codePage && other.hasByteOrderMark == encoding.object.hasByteOrderMark
                    } else {
                        false
                    }
                }),
            .method(
                "GetHashCode", "A number that equal encodings share.", [],
                NetBody { (encoding: Instance<NetEncoding>) throws(EvaluationError) -> Int32 in
                    encoding.object.names.codePage
                }),
            .method(
                "Clone", "The same encoding.", [],
                NetBody { (encoding: Instance<NetEncoding>) throws(EvaluationError) -> Value in
                    .object(encoding.object)
                }),
            .method(
                "IsAlwaysNormalized", "Whether decoded text is always in normalization form C.", [],
                NetBody { (encoding: Instance<NetEncoding>) throws(EvaluationError) -> Bool in
                    encoding.object.isSingleByte
                }),
            .method(
                "IsAlwaysNormalized", "Whether decoded text is always in a normalization form.", ["form"],
                NetBody { (encoding: Instance<NetEncoding>, form: NormalizationForm) throws(EvaluationError) -> Bool in
                    encoding.object.names.codePage == 20127 || encoding.object.isSingleByte && form == .formC
                }),
        ]
    }

    private static var encodingBytes: [NetMember] {
        [
            .method(
                "GetBytes", "The bytes of a text.", ["s"],
                NetBody { (encoding: Instance<NetEncoding>, text: NetString?) throws(EvaluationError) -> [UInt8] in
                    try encoding.object.bytes(of: encodedText(text))
                }),
            .method(
                "GetBytes", "The bytes of a part of a text.", ["s", "index", "count"],
                NetBody {
                    (encoding: Instance<NetEncoding>, text: NetString?, index: Int32, count: Int32) throws(EvaluationError) -> [UInt8] in
                    try encoding.object.bytes(of: encodedPart(encodedText(text), index, count))
                }),
            .method(
                "GetBytes", "The bytes of characters.", ["chars"],
                NetBody { (encoding: Instance<NetEncoding>, units: [NetChar]?) throws(EvaluationError) -> [UInt8] in
                    try encoding.object.bytes(of: encodedUnits(units))
                }),
            .method(
                "GetBytes", "The bytes of some characters.", ["chars", "index", "count"],
                NetBody {
                    (encoding: Instance<NetEncoding>, units: [NetChar]?, index: Int32, count: Int32) throws(EvaluationError) -> [UInt8] in
                    try encoding.object.bytes(of: encodedPart(encodedUnits(units), index, count))
                }),
            .method(
                "GetByteCount", "How many bytes a text takes.", ["s"],
                NetBody { (encoding: Instance<NetEncoding>, text: NetString) throws(EvaluationError) -> Int32 in
                    Int32(try encoding.object.bytes(of: text).count)
                }),
            .method(
                "GetByteCount", "How many bytes a part of a text takes.", ["s", "index", "count"],
                NetBody { (encoding: Instance<NetEncoding>, text: NetString, index: Int32, count: Int32) throws(EvaluationError) -> Int32 in
                    Int32(try encoding.object.bytes(of: encodedPart(text, index, count)).count)
                }),
            .method(
                "GetByteCount", "How many bytes characters take.", ["chars"],
                NetBody { (encoding: Instance<NetEncoding>, units: [NetChar]?) throws(EvaluationError) -> Int32 in
                    Int32(try encoding.object.bytes(of: encodedUnits(units)).count)
                }),
            .method(
                "GetByteCount", "How many bytes some characters take.", ["chars", "index", "count"],
                NetBody {
                    (encoding: Instance<NetEncoding>, units: [NetChar]?, index: Int32, count: Int32) throws(EvaluationError) -> Int32 in
                    Int32(try encoding.object.bytes(of: encodedPart(encodedUnits(units), index, count)).count)
                }),
            .method(
                "GetBytes", "Writes the bytes of a part of a text into an array and gives their number.",
                ["s", "charIndex", "charCount", "bytes", "byteIndex"],
                NetBody {
                    (encoding: Instance<NetEncoding>, text: NetString, index: Int32, count: Int32, bytes: Instance<NetArray>, target: Int32)
                        throws(EvaluationError) -> Int32 in
                    let part = try encodedPart(text, index, count, "charIndex", "charCount")
                    return try bytes.object.write(encoding.object.bytes(of: part).map(Value.byte), at: target, "byteIndex", "bytes")
                }),
            .method(
                "GetBytes", "Writes the bytes of some characters into an array and gives their number.",
                ["chars", "charIndex", "charCount", "bytes", "byteIndex"],
                NetBody {
                    (
                        encoding: Instance<NetEncoding>, units: [NetChar], index: Int32, count: Int32, bytes: Instance<NetArray>,
                        target: Int32
                    ) throws(EvaluationError) -> Int32 in
                    let part = try encodedPart(encodedUnits(units), index, count, "charIndex", "charCount")
                    return try bytes.object.write(encoding.object.bytes(of: part).map(Value.byte), at: target, "byteIndex", "bytes")
                }),
        ]
    }

    private static var encodingCharacters: [NetMember] {
        [
            .method(
                "GetString", "The text of bytes.", ["bytes"],
                NetBody { (encoding: Instance<NetEncoding>, bytes: [UInt8]?) throws(EvaluationError) -> NetString in
                    try encoding.object.string(of: encodingArray(bytes))
                }),
            .method(
                "GetString", "The text of some bytes.", ["bytes", "index", "count"],
                NetBody {
                    (encoding: Instance<NetEncoding>, bytes: [UInt8]?, index: Int32, count: Int32) throws(EvaluationError) -> NetString in
                    try encoding.object.string(of: encodingPart(bytes, index, count, "bytes"))
                }),
            .method(
                "GetChars", "The characters of bytes.", ["bytes"],
                NetBody { (encoding: Instance<NetEncoding>, bytes: [UInt8]?) throws(EvaluationError) -> [NetChar] in
                    try encoding.object.string(of: encodingArray(bytes)).utf16Array.map { NetChar($0) }
                }),
            .method(
                "GetChars", "The characters of some bytes.", ["bytes", "index", "count"],
                NetBody {
                    (encoding: Instance<NetEncoding>, bytes: [UInt8]?, index: Int32, count: Int32) throws(EvaluationError) -> [NetChar] in
                    try encoding.object.string(of: encodingPart(bytes, index, count, "bytes")).utf16Array.map { NetChar($0) }
                }),
            .method(
                "GetChars", "Writes the characters of some bytes into an array and gives their number.",
                ["bytes", "byteIndex", "byteCount", "chars", "charIndex"],
                NetBody {
                    (encoding: Instance<NetEncoding>, bytes: [UInt8]?, index: Int32, count: Int32, chars: Instance<NetArray>, target: Int32)
                        throws(EvaluationError) -> Int32 in
                    let text = try encoding.object.string(of: encodingPart(bytes, index, count, "bytes", "byteIndex", "byteCount"))
                    return try chars.object.write(text.utf16Array.map(Value.char), at: target, "charIndex", "chars")
                }),
            .method(
                "GetCharCount", "How many characters bytes hold.", ["bytes"],
                NetBody { (encoding: Instance<NetEncoding>, bytes: [UInt8]?) throws(EvaluationError) -> Int32 in
                    Int32(try encoding.object.string(of: encodingArray(bytes)).utf16Count)
                }),
            .method(
                "GetCharCount", "How many characters some bytes hold.", ["bytes", "index", "count"],
                NetBody { (encoding: Instance<NetEncoding>, bytes: [UInt8]?, index: Int32, count: Int32) throws(EvaluationError) -> Int32 in
                    Int32(try encoding.object.string(of: encodingPart(bytes, index, count, "bytes")).utf16Count)
                }),
        ]
    }

    private static func use(_ name: String, _ summary: String, _ use: NetEncoding.Uses) -> NetMember {
        .property(
            name, summary,
            NetBody { (encoding: Instance<NetEncoding>) throws(EvaluationError) -> Bool in encoding.object.uses.contains(use) })
    }
}
