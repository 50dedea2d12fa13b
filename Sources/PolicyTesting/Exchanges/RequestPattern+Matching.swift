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

extension RequestPattern {
    /// How a request differs from the pattern, a phrase for each part that does; empty when it matches.
    func differences(from request: SentRequest) -> [String] {
        [methodDifference(request), urlDifference(request), bodyDifference(request)].compactMap { $0 } + headerDifferences(request)
    }

    private func methodDifference(_ request: SentRequest) -> String? {
        guard let method, !method.equalsIgnoringCase(request.method) else { return nil }
        return "the method is \(method)"
    }

    private func urlDifference(_ request: SentRequest) -> String? {
        switch url {
        case nil: nil
        case .exact(let expected)?: Self.isSameURL(expected, request.url) ? nil : "the URL is \(expected)"
        case .regex(let pattern)?: TextPattern.find(pattern, in: request.url) ? nil : "the URL matches /\(pattern)/"
        }
    }

    private static func isSameURL(_ left: String, _ right: String) -> Bool {
        guard left != right else { return true }
        guard let left = RequestURL(left), let right = RequestURL(right) else { return false }
        return left == right
    }

    private func headerDifferences(_ request: SentRequest) -> [String] {
        var seen: Set<String> = []
        return headers.compactMap { field in
            guard seen.insert(field.name.lowercased()).inserted else { return nil }
            let (expected, actual) = (SentRequest.joined(headers, field.name), request[header: field.name])
            guard expected != actual else { return nil }
            return "the header \(field.name) is '\(expected ?? "")', not " + (actual.map { "'\($0)'" } ?? "absent")
        }
    }

    private func bodyDifference(_ request: SentRequest) -> String? {
        let text = String(decoding: request.body, as: UTF8.self)
        switch body {
        case nil: return nil
        case .exact(let expected)?: return expected.utf8.elementsEqual(request.body) ? nil : "the body is '\(expected)'"
        case .contains(let part)?: return text.contains(part) ? nil : "the body contains '\(part)'"
        case .json(let expected)?: return Self.isSubset(expected, text) ? nil : "the body is JSON with \(expected)"
        }
    }

    private static func isSubset(_ expected: String, _ actual: String) -> Bool {
        guard let expected = try? JSONReader.read(SourceText(name: "", text: expected)),
            let actual = try? JSONReader.read(SourceText(name: "", text: actual))
        else { return false }
        return JSONSubset.differences(expected: expected, actual: actual.json, at: "").isEmpty
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
