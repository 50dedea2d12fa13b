import Foundation
import Synchronization

/// The zones that the system has files of, read when they are first asked for.
enum TimeZoneDatabase {
    private static let folder = "/usr/share/zoneinfo/"
    /// The largest file is far below that.
    private static let largestFile = 256 * 1024
    private static let cache = Mutex<[String: TimeZoneHistory]>([:])

    /// The history of a zone by its IANA name; nil where the system has none.
    static func history(_ name: String) -> TimeZoneHistory? {
        guard isName(name) else { return nil }
        if let known = cache.withLock({ $0[name] }) { return known }
        guard let bytes = contents(of: folder + name), let history = TimeZoneFile.history(bytes, asOf: .systemUTCNow()) else { return nil }
        cache.withLock { $0[name] = history }
        return history
    }

    /// Whether a text can name a zone: letters, digits, `_`, `+` and `-` in parts between slashes. No path leads out of the
    /// folder by such a name.
    private static func isName(_ name: String) -> Bool {
        guard name.utf8.count <= 64 else { return false }
        return name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
            guard let first = part.utf8.first, (first | 0x20) &- 0x61 < 26 else { return false }
            return part.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || "_+-".utf8.contains($0) }
        }
    }

    private static func contents(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: largestFile + 1)
        // A folder opens as a file does, and gives nothing.
        let count = fread(&bytes, 1, bytes.count, file)
        return (1...largestFile).contains(count) ? Array(bytes.prefix(count)) : nil
    }

    /// The names of all zones, from the system's own list; empty where there is none.
    static func allNames() -> [String] {
        guard let list = contents(of: folder + "zone.tab") else { return [] }
        return String(decoding: list, as: UTF8.self).split(separator: "\n").compactMap { line in
            line.hasPrefix("#") ? nil : line.split(separator: "\t").dropFirst(2).first.map(String.init)
        }
    }
}
