/// Reads the system's files of zones, which are in the format TZif (RFC 8536). Every count of the file is checked against
/// its length before anything is read by it.
struct TimeZoneFile {
    private let bytes: [UInt8]

    /// The history of a zone in a file's bytes; nil for what is no such file. What is in use is so at a point in time.
    static func history(_ bytes: [UInt8], asOf now: NetDateTime) -> TimeZoneHistory? {
        let file = TimeZoneFile(bytes: bytes)
        guard let first = file.header(at: 0) else { return nil }
        // The second part has the same with 64 bits; files of the first version lack it.
        guard first.version >= 2, let second = file.header(at: first.end) else {
            return file.block(first, future: nil)?.history(asOf: now)
        }
        return file.block(second, future: file.footer(at: second.end))?.history(asOf: now)
    }

    private struct Header {
        var version: Int
        /// Where the data begins.
        var start: Int
        var timeSize: Int
        var universalCount = 0, standardCount = 0, leapCount = 0, timeCount = 0, typeCount = 0, characterCount = 0

        var length: Int {
            timeCount * (timeSize + 1) + typeCount * 6 + characterCount + leapCount * (timeSize + 4) + standardCount + universalCount
        }
        var end: Int { start + length }
    }

    private func header(at offset: Int) -> Header? {
        guard offset >= 0, bytes.count - offset >= 44, Array(bytes[offset..<(offset + 4)]) == Array("TZif".utf8) else { return nil }
        let version = bytes[offset + 4] == 0 ? 1 : Int(bytes[offset + 4]) - 0x30
        var header = Header(version: version, start: offset + 44, timeSize: offset == 0 ? 4 : 8)
        header.universalCount = number(offset + 20, 4)
        header.standardCount = number(offset + 24, 4)
        header.leapCount = number(offset + 28, 4)
        header.timeCount = number(offset + 32, 4)
        header.typeCount = number(offset + 36, 4)
        header.characterCount = number(offset + 40, 4)
        let counts = [
            header.universalCount, header.standardCount, header.leapCount, header.timeCount, header.typeCount, header.characterCount,
        ]
        guard counts.allSatisfy({ (0...bytes.count).contains($0) }), header.typeCount > 0, header.end <= bytes.count else { return nil }
        return header
    }

    /// A signed number with its highest byte first; the caller has checked the length.
    private func number(_ offset: Int, _ size: Int) -> Int {
        let bits = bytes[offset..<(offset + size)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return size == 4 ? Int(Int32(truncatingIfNeeded: bits)) : Int(Int64(bitPattern: bits))
    }

    private func block(_ header: Header, future: PosixZoneRule?) -> Block? {
        let typesStart = header.start + header.timeCount * (header.timeSize + 1)
        let namesStart = typesStart + header.typeCount * 6
        let types = (0..<header.typeCount).map { index -> LocalTimeType in
            let start = typesStart + index * 6
            let name = bytes[
                min(namesStart + Int(bytes[start + 5]), namesStart + header.characterCount)..<(namesStart + header.characterCount)]
            return LocalTimeType(
                seconds: number(start, 4), isDaylight: bytes[start + 4] != 0, name: String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
            )
        }
        var times: [(seconds: Int, type: Int)] = []
        for index in 0..<header.timeCount {
            let type = Int(bytes[header.start + header.timeCount * header.timeSize + index])
            guard type < types.count else { return nil }
            times.append((number(header.start + index * header.timeSize, header.timeSize), type))
        }
        return Block(types: types, times: times, future: future)
    }

    /// The rule for the future, which stands between two line feeds.
    private func footer(at offset: Int) -> PosixZoneRule? {
        guard offset < bytes.count, bytes[offset] == 0x0A else { return nil }
        return PosixZoneRule(String(decoding: bytes[(offset + 1)...].prefix { $0 != 0x0A }, as: UTF8.self))
    }

    private struct LocalTimeType {
        var seconds: Int, isDaylight: Bool, name: String
    }

    private struct Block {
        var types: [LocalTimeType]
        var times: [(seconds: Int, type: Int)]
        var future: PosixZoneRule?

        func history(asOf now: NetDateTime) -> TimeZoneHistory {
            let past = times.filter { NetDateTime.ticks(unixSeconds: $0.seconds) <= now.ticks }.map { types[$0.type] }
            let known = past.isEmpty ? types : past
            let standard = known.last { !$0.isDaylight } ?? types[0]
            let base = standard.seconds / 60
            let names = (standard.name, known.last { $0.isDaylight }?.name ?? standard.name)
            let first = types.first { !$0.isDaylight } ?? types[0]
            // .NET's offsets are whole minutes; what is left of the difference to the base is cut.
            let offset = { (type: LocalTimeType) in
                ZoneOffset(minutes: base + (type.seconds - base * 60) / 60, isDaylight: type.isDaylight)
            }
            let transitions = times.map {
                TimeZoneHistory.Transition(utcTicks: NetDateTime.ticks(unixSeconds: $0.seconds), offset: offset(types[$0.type]))
            }
            return TimeZoneHistory(
                earliest: offset(first), transitions: transitions, future: future, standardName: names.0, daylightName: names.1,
                baseOffset: ZoneOffset(minutes: base, isDaylight: false))
        }
    }
}

extension NetDateTime {
    /// The ticks of seconds since 1970; what lies outside all years is moved to their ends.
    fileprivate static func ticks(unixSeconds seconds: Int) -> Int64 {
        let bounded = min(max(seconds, -62_135_596_800), 253_402_300_799)
        return unixEpochTicks + Int64(bounded) * ticksPerSecond
    }
}
