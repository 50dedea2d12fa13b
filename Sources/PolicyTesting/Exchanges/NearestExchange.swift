import PolicyDiagnostics
import PolicyExpressions

/// Says which recorded exchange came nearest to a request that none answers, and in what it differs.
enum NearestExchange {
    /// - Parameter remaining: how often each exchange can still answer; nil for any number of times.
    static func description(_ exchanges: [Exchange], remaining: [Int?], to sent: SentRequest) -> String {
        let candidates = exchanges.indices.map { index in
            (index: index, distance: exchanges[index].request.distance(from: sent))
        }
        // Of exchanges that are equally near, one that can still answer helps more.
        let nearest = candidates.min { left, right in
            (left.distance, remaining[left.index] == 0 ? 1 : 0) < (right.distance, remaining[right.index] == 0 ? 1 : 0)
        }
        guard let nearest else { return "there are no exchanges" }
        let exchange = exchanges[nearest.index]
        var differences = exchange.request.differences(from: sent).map(\.text)
        if remaining[nearest.index] == 0 { differences.append("it has answered as often as it may") }
        return "nearest is exchange \(nearest.index + 1)\(exchange.place), where " + differences.joined(separator: ", and ")
    }
}

extension Exchange {
    fileprivate var place: String { span.map { " (\($0.source.name):\($0.start.line))" } ?? "" }
}

extension RequestPattern {
    /// How far a request is from the pattern: another server counts most, then another path, method, body and header field.
    fileprivate func distance(from request: SentRequest) -> Double {
        differences(from: request).map { difference in
            switch difference.part {
            case .url: urlDistance(from: request)
            case .method: 2
            case .body, .header: 1
            }
        }.reduce(0, +)
    }

    private func urlDistance(from request: SentRequest) -> Double {
        guard case .exact(let text)? = url, let expected = RequestURL(text), let actual = RequestURL(request.url) else { return 8 }
        guard expected.origin == actual.origin else { return 16 }
        guard expected.path == actual.path else { return 4 + 4 * Self.unlikeness(expected.path, actual.path) }
        return (1 + Self.unlikeness(expected.queryString, actual.queryString)) / 2
    }

    /// The share of the longer text that does not belong to a common beginning or end.
    private static func unlikeness(_ left: String, _ right: String) -> Double {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        let longest = max(left.count, right.count)
        guard longest > 0 else { return 0 }
        let start = zip(left, right).prefix { $0 == $1 }.count
        let end = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
        return Double(longest - min(start + end, longest)) / Double(longest)
    }
}
