import Foundation
import PolicyDiagnostics
import PolicyExpressions

/// Reads a `curl` command line: the options that say what is sent. Options that only say how are passed over.
enum CurlImporter {
    static func capture(_ source: SourceText) throws(Diagnostic) -> Capture {
        var words = try ShellWords.read(source)[...]
        while let word = words.first, word.text == "$" { words.removeFirst() }
        guard let command = words.popFirst(), command.text == "curl" else {
            throw Diagnostic("invalid-command", .error, "expected the command curl", at: words.first?.span ?? wholeSpan(of: source))
        }
        var reading = CurlCommand(words)
        try reading.readAll()
        return Capture(incoming: try reading.request(at: command.span), span: command.span)
    }

    private static func wholeSpan(of source: SourceText) -> SourceSpan { SourceSpan(source, source.wholeRange) }
}

/// The options of one command line.
struct CurlCommand {
    private var words: ArraySlice<ShellWords.Word>
    private var method: String?
    private var url: ShellWords.Word?
    private var headers: [(name: String, value: String)] = []
    private var data: [String] = []
    private var query: [String] = []
    private var (isGet, isHead, isJSON) = (false, false, false)

    init(_ words: ArraySlice<ShellWords.Word>) { self.words = words }

    mutating func readAll() throws(Diagnostic) {
        while let word = words.popFirst() {
            if word.text.hasPrefix("--") {
                try readLong(word)
            } else if word.text.hasPrefix("-"), word.text.count > 1 {
                try readShort(word)
            } else {
                try take(word)
            }
        }
    }

    private mutating func readLong(_ word: ShellWords.Word) throws(Diagnostic) {
        let parts = word.text.split(separator: "=", maxSplits: 1).map(String.init)
        guard let meaning = CurlOption.byName[parts[0]] else {
            let hint = didYouMean(parts[0], among: CurlOption.byName.keys)
            throw Diagnostic("unknown-option", .error, "the option \(parts[0]) of curl is not read", at: word.span, hint: hint)
        }
        try apply(meaning, parts[0], parts.count == 2 ? ShellWords.Word(text: parts[1], span: word.span) : nil, at: word.span)
    }

    /// Letters may stand together, the last with its value behind it: `-sSd'…'`.
    private mutating func readShort(_ word: ShellWords.Word) throws(Diagnostic) {
        var letters = word.text.dropFirst()
        while let letter = letters.popFirst() {
            guard let name = CurlOption.longNames[letter], let meaning = CurlOption.byName[name] else {
                throw Diagnostic("unknown-option", .error, "the option -\(letter) of curl is not read", at: word.span)
            }
            let takesNone = [.ignored, .get, .head, .unread].contains(meaning)
            let value = takesNone || letters.isEmpty ? nil : ShellWords.Word(text: String(letters), span: word.span)
            if !takesNone { letters = "" }
            try apply(meaning, name, value, at: word.span)
        }
    }

    private mutating func apply(
        _ meaning: CurlOption, _ name: String, _ given: ShellWords.Word?, at span: SourceSpan
    ) throws(Diagnostic) {
        switch meaning {
        case .ignored: return
        case .get: isGet = true
        case .head: isHead = true
        case .unread:
            throw Diagnostic("not-read", .error, "the option \(name) of curl changes what is sent, and is not read", at: span)
        default:
            guard let value = given ?? words.popFirst() else {
                throw Diagnostic("missing-value", .error, "the option \(name) needs a value", at: span)
            }
            try apply(meaning, value)
        }
    }

    private mutating func apply(_ meaning: CurlOption, _ value: ShellWords.Word) throws(Diagnostic) {
        switch meaning {
        case .method: method = value.text
        case .header: try addHeader(value)
        case .data: data.append(try text(value))
        case .rawData: data.append(value.text)
        case .encodedData: data.append(try encoded(value))
        case .json: (isJSON, data) = (true, data + [try text(value)])
        case .user: headers.append(("Authorization", "Basic " + Data(value.text.utf8).base64EncodedString()))
        case .bearer: headers.append(("Authorization", "Bearer " + value.text))
        case .cookie:
            guard value.text.contains("=") else {
                throw Diagnostic("not-read", .error, "cookies are read from the command line, not from a file", at: value.span)
            }
            headers.append(("Cookie", value.text))
        case .userAgent: headers.append(("User-Agent", value.text))
        case .referer: headers.append(("Referer", value.text))
        case .url: try take(value)
        case .urlQuery: query.append(try encoded(value))
        case .ignoredWithValue, .ignored, .get, .head, .unread: break
        }
    }

    private mutating func take(_ word: ShellWords.Word) throws(Diagnostic) {
        guard url == nil else { throw Diagnostic("several-urls", .error, "a recording holds one request, not several", at: word.span) }
        url = word
    }

    private mutating func addHeader(_ word: ShellWords.Word) throws(Diagnostic) {
        // `Name;` sends a field without a value, `Name:` sends none.
        if word.text.hasSuffix(";"), !word.text.contains(":") { return headers.append((String(word.text.dropLast()), "")) }
        guard let colon = word.text.firstIndex(of: ":"), colon > word.text.startIndex else {
            throw Diagnostic("invalid-field", .error, "this is no header field", at: word.span, hint: "-H 'Name: value'")
        }
        let value = word.text[word.text.index(after: colon)...].trimmed()
        if !value.isEmpty { headers.append((String(word.text[..<colon]), value)) }
    }

    private func text(_ word: ShellWords.Word) throws(Diagnostic) -> String {
        guard word.text.hasPrefix("@") else { return word.text }
        throw Diagnostic(
            "not-read", .error, "data is read from the command line, not from a file", at: word.span, hint: "--data-raw 'the text'")
    }

    /// `content`, `=content` or `name=content`: the content is percent-encoded.
    private func encoded(_ word: ShellWords.Word) throws(Diagnostic) -> String {
        let text = try text(word)
        guard let equals = text.firstIndex(of: "=") else { return PlaceholderText.percentEncoded(text) }
        let content = PlaceholderText.percentEncoded(String(text[text.index(after: equals)...]))
        return equals == text.startIndex ? content : text[...equals] + content
    }

    // MARK: The request

    func request(at span: SourceSpan) throws(Diagnostic) -> SentRequest {
        guard let url else { throw Diagnostic("missing-url", .error, "the command names no URL", at: span) }
        // curl takes http where no scheme is given.
        let text = url.text.contains("://") ? url.text : "http://" + url.text
        guard RequestURL(text) != nil else { throw Diagnostic("invalid-url", .error, "this is no URL", at: url.span) }
        let sendsBody = !data.isEmpty && !isGet
        let method = method ?? (isHead ? "HEAD" : sendsBody ? "POST" : "GET")
        return SentRequest(
            method: method, url: Self.url(text, adding: query + (isGet ? data : [])), headers: headers + impliedHeaders(sendsBody),
            body: sendsBody ? Array(data.joined(separator: isJSON ? "" : "&").utf8) : [])
    }

    private static func url(_ text: String, adding parameters: [String]) -> String {
        guard !parameters.isEmpty else { return text }
        return text + (text.contains("?") ? "&" : "?") + parameters.joined(separator: "&")
    }

    private func impliedHeaders(_ sendsBody: Bool) -> [(name: String, value: String)] {
        guard sendsBody else { return [] }
        let type = isJSON ? "application/json" : "application/x-www-form-urlencoded"
        let implied = isJSON ? [("Content-Type", type), ("Accept", type)] : [("Content-Type", type)]
        return implied.filter { field in !headers.contains { $0.name.equalsIgnoringCase(field.0) } }
    }
}
