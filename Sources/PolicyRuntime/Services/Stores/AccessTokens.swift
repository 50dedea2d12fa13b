public import PolicyExpressions
import Synchronization

/// Tokens that the gateway got for itself, kept until shortly before they expire.
public final class AccessTokens: Sendable {
    private struct Entry {
        var token: String
        var expiry: Int64
    }

    /// How many tokens are kept at most: expressions could ask for any number.
    private static let capacity = 1_000
    /// How long before its end a token is used no more, in .NET's ticks: five minutes.
    private static let margin: Int64 = 3_000_000_000

    private let entries = Mutex<[String: Entry]>([:])

    /// Makes an empty store.
    public init() {}

    /// The token for a purpose; nil where there is none, or one that is about to expire.
    public func token(for purpose: String, at now: NetDateTime) -> String? {
        entries.withLock { entries in
            guard let entry = entries[purpose], now.ticks < entry.expiry - Self.margin else { return nil }
            return entry.token
        }
    }

    /// Keeps a token.
    public func keep(_ token: String, for purpose: String, until expiry: NetDateTime) {
        entries.withLock { entries in
            if entries.count >= Self.capacity, entries[purpose] == nil { entries = [:] }
            entries[purpose] = Entry(token: token, expiry: expiry.ticks)
        }
    }
}
