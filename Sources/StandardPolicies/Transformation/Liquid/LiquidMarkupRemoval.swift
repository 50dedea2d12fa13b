import PolicyExpressions

/// What DotLiquid's StripHtml leaves of a text: tags go, and scripts, styles and comments with what they hold.
enum LiquidMarkupRemoval {
    private static let wholes = [("<script", "</script>"), ("<style", "</style>"), ("<!--", "-->")].map { (Array($0.utf8), Array($1.utf8)) }

    static func text(of text: NetString) -> NetString {
        let bytes = text.withUTF8 { Array($0) }
        var (result, position) = ([UInt8](), 0)
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "<"), let end = end(ofMarkupAt: position, in: bytes) {
                position = end
            } else {
                result.append(bytes[position])
                position += 1
            }
        }
        return NetString(utf8: result)
    }

    /// Where the markup ends that begins at a place; nil when it does not end, and so is none.
    private static func end(ofMarkupAt start: Int, in bytes: [UInt8]) -> Int? {
        for (opening, closing) in wholes where has(opening, at: start, bytes) {
            return index(of: closing, from: start + opening.count, bytes).map { $0 + closing.count } ?? tagEnd(start, bytes)
        }
        return tagEnd(start, bytes)
    }

    private static func tagEnd(_ start: Int, _ bytes: [UInt8]) -> Int? {
        bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }

    private static func index(of pattern: [UInt8], from start: Int, _ bytes: [UInt8]) -> Int? {
        bytes.indices.dropFirst(start).first { has(pattern, at: $0, bytes) }
    }

    private static func has(_ pattern: [UInt8], at start: Int, _ bytes: [UInt8]) -> Bool {
        start + pattern.count <= bytes.count && zip(pattern, bytes[start...]).allSatisfy { $0 == ($1 >= 65 && $1 <= 90 ? $1 + 32 : $1) }
    }
}
