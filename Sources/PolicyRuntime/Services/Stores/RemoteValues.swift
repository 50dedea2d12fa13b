public import PolicyExpressions
import Synchronization

/// What policies fetched from other servers and keep for a while, such as the keys of an issuer of tokens.
///
/// A value is fetched anew when it is old, or when somebody found it lacking, but not more often than every five minutes. As long
/// as its server does not answer, the old value stays in use.
public final class RemoteValues: Sendable {
    /// What is to be done for a value.
    public enum State<Value: Sendable>: Sendable {
        /// The value is to be used.
        case present(Value)
        /// The caller fetches the value anew; when that fails, this one is to be used.
        case outdated(Value)
        /// The caller fetches the value.
        case absent
    }

    private struct Entry {
        var value: any Sendable
        var fetched: NetDateTime
        /// When it was last tried to fetch the value.
        var attempted: NetDateTime
    }

    /// How many values are kept at most. Documents name few; an expression could name any number.
    private static let capacity = 1_000
    private static let (lifetime, pause): (Int64, Int64) = (36_000_000_000, 3_000_000_000)

    private let entries = Mutex<[String: Entry]>([:])

    /// Makes an empty store.
    public init() {}

    /// The value of a name.
    ///
    /// - Parameter isLacking: Whether the caller knows the value and did not find in it what it needs.
    public func state<Value: Sendable>(of name: String, as _: Value.Type, at now: NetDateTime, isLacking: Bool = false) -> State<Value> {
        entries.withLock { entries in
            guard let entry = entries[name], let value = entry.value as? Value else { return .absent }
            let (age, rest) = (now.ticks &- entry.fetched.ticks, now.ticks &- entry.attempted.ticks)
            guard age >= Self.lifetime || isLacking, rest >= Self.pause else { return .present(value) }
            // Whoever asks meanwhile gets the old value: one of them fetches.
            entries[name]?.attempted = now
            return .outdated(value)
        }
    }

    /// Keeps a value that was fetched.
    public func keep(_ value: some Sendable, as name: String, at now: NetDateTime) {
        entries.withLock { entries in
            if entries.count >= Self.capacity, entries[name] == nil { entries = [:] }
            entries[name] = Entry(value: value, fetched: now, attempted: now)
        }
    }
}
