public import PolicyExpressions
import Synchronization

/// A cache in the memory of this process: bounded in bytes, the least recently used go first, and nothing outlives its
/// expiry.
public final class InMemoryCache: CacheStore {
    private let shards: [Shard]
    private let shardCapacity: Int

    /// Makes an empty cache.
    ///
    /// - Parameter capacity: about how many bytes it may hold; what is larger than a part of it is not kept.
    public init(capacity: Int = 64 * 1024 * 1024) {
        shards = (0..<8).map { _ in Shard() }
        shardCapacity = max(0, capacity) / 8
    }

    /// About how many bytes it holds.
    public var byteCount: Int { shards.reduce(0) { $0 + $1.entries.withLock { $0.byteCount } } }

    /// The value of a key, unless it has expired.
    public func value(of key: String, at now: NetDateTime) -> CachedValue? {
        shard(of: key).entries.withLock { $0.value(of: key, at: now.ticks) }
    }

    /// Keeps a value; others go if there is no room for all.
    public func store(_ value: CachedValue, under key: String, until expiry: NetDateTime, at now: NetDateTime) {
        shard(of: key).entries.withLock { entries in
            entries.remove(key)
            guard expiry.ticks > now.ticks else { return }
            entries.insert(value, under: key, until: expiry.ticks, capacity: shardCapacity)
        }
    }

    /// Forgets a key.
    public func removeValue(of key: String) { shard(of: key).entries.withLock { $0.remove(key) } }

    private func shard(of key: String) -> Shard {
        shards[Int(UInt(bitPattern: key.hashValue) % UInt(shards.count))]
    }

    private final class Shard: Sendable {
        let entries = Mutex(RecencyList())
    }
}

/// Values by key, in the order of their last use.
private struct RecencyList {
    private struct Node {
        var key: String
        var value: CachedValue
        var expiry: Int64
        var byteCount: Int
        /// Towards the most recently used.
        var newer: Int?
        /// Towards the least recently used.
        var older: Int?
    }

    private var nodes: [Node?] = []
    private var free: [Int] = []
    private var places: [String: Int] = [:]
    private var newest: Int?
    private var oldest: Int?
    private(set) var byteCount = 0

    mutating func value(of key: String, at ticks: Int64) -> CachedValue? {
        guard let place = places[key], let node = nodes[place] else { return nil }
        guard node.expiry > ticks else {
            remove(key)
            return nil
        }
        if newest != place {
            unlink(place)
            link(place)
        }
        return node.value
    }

    mutating func insert(_ value: CachedValue, under key: String, until expiry: Int64, capacity: Int) {
        let size = value.byteCount + key.utf8.count + 64
        guard size <= capacity else { return }
        while byteCount > capacity - size, let oldest, let node = nodes[oldest] { remove(node.key) }
        let node = Node(key: key, value: value, expiry: expiry, byteCount: size)
        let place = free.popLast() ?? nodes.endIndex
        if place == nodes.endIndex { nodes.append(node) } else { nodes[place] = node }
        places[key] = place
        byteCount += size
        link(place)
    }

    mutating func remove(_ key: String) {
        guard let place = places.removeValue(forKey: key), let node = nodes[place] else { return }
        unlink(place)
        byteCount -= node.byteCount
        nodes[place] = nil
        free.append(place)
    }

    private mutating func link(_ place: Int) {
        nodes[place]?.older = newest
        nodes[place]?.newer = nil
        if let newest { nodes[newest]?.newer = place }
        newest = place
        oldest = oldest ?? place
    }

    private mutating func unlink(_ place: Int) {
        guard let node = nodes[place] else { return }
        if let newer = node.newer { nodes[newer]?.older = node.older } else { newest = node.older }
        if let older = node.older { nodes[older]?.newer = node.newer } else { oldest = node.newer }
    }
}
