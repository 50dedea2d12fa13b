import Foundation
import PolicyDiagnostics
import PolicyExpressions

/// A request as a transport was asked to send it, its body in memory.
public struct SentRequest: Sendable {
    /// The HTTP method.
    public var method: String
    /// The absolute URL.
    public var url: String
    /// The header fields in order.
    public var headers: [(name: String, value: String)]
    /// The body.
    public var body: [UInt8]

    /// The values of a header field, joined by commas; nil when it is absent.
    public subscript(header name: String) -> String? { Self.joined(headers, name) }

    static func joined(_ fields: [(name: String, value: String)], _ name: String) -> String? {
        let values = fields.filter { $0.name.equalsIgnoringCase(name) }.map(\.value)
        return values.isEmpty ? nil : values.joined(separator: ",")
    }
}

/// A way in which a request is not what a recording has.
struct RequestDifference {
    /// The parts of a request.
    enum Part { case method, url, header, body }

    var part: Part
    /// What the recording has, as a phrase.
    var text: String

    init(_ part: Part, _ text: String) { (self.part, self.text) = (part, text) }
}

extension RequestPattern {
    /// How a request differs from the pattern; empty when it matches.
    func differences(from request: SentRequest) -> [RequestDifference] {
        let ofParts = [methodDifference(request), urlDifference(request), bodyDifference(request)]
        return ofParts.compactMap { $0 } + headerDifferences(request)
    }

    private func methodDifference(_ request: SentRequest) -> RequestDifference? {
        guard let method, !method.equalsIgnoringCase(request.method) else { return nil }
        return RequestDifference(.method, "the method is \(method)")
    }

    private func urlDifference(_ request: SentRequest) -> RequestDifference? {
        switch url {
        case .exact(let expected)? where !Self.isSameURL(expected, request.url): RequestDifference(.url, "the URL is \(expected)")
        case .regex(let pattern)? where !TextPattern.find(pattern, in: request.url):
            RequestDifference(.url, "the URL matches /\(pattern)/")
        default: nil
        }
    }

    private static func isSameURL(_ left: String, _ right: String) -> Bool {
        guard left != right else { return true }
        guard let left = RequestURL(left), let right = RequestURL(right) else { return false }
        return left == right
    }

    private func headerDifferences(_ request: SentRequest) -> [RequestDifference] {
        var seen: Set<String> = []
        return headers.compactMap { field in
            guard seen.insert(field.name.lowercased()).inserted else { return nil }
            let (expected, actual) = (SentRequest.joined(headers, field.name), request[header: field.name])
            guard expected != actual else { return nil }
            let had = actual.map { "'\($0)'" } ?? "absent"
            return RequestDifference(.header, "the header \(field.name) is '\(expected ?? "")', not \(had)")
        }
    }

    private func bodyDifference(_ request: SentRequest) -> RequestDifference? {
        let text = String(decoding: request.body, as: UTF8.self)
        switch body {
        case .exact(let expected)? where !expected.utf8.elementsEqual(request.body):
            return RequestDifference(.body, "the body is '\(expected)', not '\(text)'")
        case .contains(let part)? where !text.contains(part): return RequestDifference(.body, "the body contains '\(part)'")
        case .json(let expected)?: return Self.jsonDifference(expected, text)
        default: return nil
        }
    }

    private static func jsonDifference(_ expected: String, _ actual: String) -> RequestDifference? {
        guard let expected = try? JSONReader.read(SourceText(name: "", text: expected)), let actual = RecordedBody.parsed(actual) else {
            return RequestDifference(.body, "the body is JSON with \(expected)")
        }
        let differences = JSONSubset.differences(expected: expected, actual: actual, at: "the body")
        guard !differences.isEmpty else { return nil }
        let phrases = differences.map { "\($0.path) is \($0.expected), not \($0.actual)" }
        return RequestDifference(.body, phrases.joined(separator: ", and "))
    }
}

/// Regular expressions of recordings and expectations: ICU's, found anywhere, a dot matches line breaks too.
enum TextPattern {
    /// Whether a text is a regular expression.
    static func isPattern(_ pattern: String) -> Bool { (try? NSRegularExpression(pattern: pattern)) != nil }

    /// Whether a pattern is found in a text. A pattern that is no regular expression is found nowhere.
    static func find(_ pattern: String, in text: String) -> Bool {
        guard let expression = try? NSRegularExpression(pattern: pattern, options: [.dotMatchesLineSeparators]) else { return false }
        return expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    }
}
