import Synchronization

/// Counts the requests that run the same policies at the same time.
public final class ConcurrencyLimiter: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    /// Makes a limiter that nobody has entered.
    public init() {}

    /// Takes one of a key's places; nil when there is none left.
    ///
    /// The place is free again once what is returned goes away, whatever becomes of the request.
    public func enter(_ key: String, atMost limit: Int) -> ConcurrencySlot? {
        let entered = counts.withLock { counts in
            guard counts[key, default: 0] < limit else { return false }
            counts[key, default: 0] += 1
            return true
        }
        return entered ? ConcurrencySlot(key: key, limiter: self) : nil
    }

    fileprivate func leave(_ key: String) {
        counts.withLock { counts in
            guard let count = counts[key] else { return }
            counts[key] = count > 1 ? count - 1 : nil
        }
    }
}

/// A place that a request has taken.
public final class ConcurrencySlot: Sendable {
    private let key: String
    private let limiter: ConcurrencyLimiter
    private let isFree = Mutex(false)

    fileprivate init(key: String, limiter: ConcurrencyLimiter) { (self.key, self.limiter) = (key, limiter) }

    deinit { free() }

    /// Gives the place back.
    public func free() {
        let wasFree = isFree.withLock { isFree in
            defer { isFree = true }
            return isFree
        }
        if !wasFree { limiter.leave(key) }
    }
}
