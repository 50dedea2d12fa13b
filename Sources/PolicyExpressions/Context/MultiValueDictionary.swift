/// A dictionary of names to several texts, in order: headers, query parameters, claims.
///
/// In .NET it is an `IReadOnlyDictionary<string, string[]>`. Look-up is a linear scan that compares a precomputed hash
/// first: messages carry few fields, and a scan beats a dictionary there.
public final class MultiValueDictionary: NetObject {
    /// One name with its values.
    public struct Entry {
        /// The name as it was given.
        public let name: NetString
        /// The values, at least one.
        public internal(set) var values: [NetString] {
            didSet { joined = Self.join(values) }
        }
        let hash: UInt32
        /// The values joined by commas: what nearly every look-up asks for.
        fileprivate private(set) var joined: NetString

        fileprivate init(name: NetString, values: [NetString], hash: UInt32) {
            (self.name, self.values, self.hash) = (name, values, hash)
            joined = Self.join(values)
        }

        private static func join(_ values: [NetString]) -> NetString {
            values.count == 1 ? values[0] : NetString(values.map(\.string).joined(separator: ","))
        }
    }

    // Unchecked: a dictionary belongs to one request, and no access calls out while it lasts.
    /// The entries in the order in which their names first appeared.
    @exclusivity(unchecked)
    public private(set) var entries: [Entry] = []
    /// Whether names differ only by more than case. Header names and query parameters ignore case, claims do not.
    public let ignoresCase: Bool

    /// Makes an empty dictionary.
    public init(ignoresCase: Bool = true) { self.ignoresCase = ignoresCase }

    /// Makes a dictionary of pairs; equal names are gathered.
    public convenience init(_ fields: some Sequence<(name: String, value: String)>, ignoresCase: Bool = true) {
        self.init(ignoresCase: ignoresCase)
        for field in fields { append(NetString(field.value), to: NetString(field.name)) }
    }

    /// The type of headers in .NET.
    public override var type: TypeSymbol { .multiValueDictionary }

    override func walk(_ frame: inout Frame, _ visit: ElementVisit) throws(EvaluationError) -> Bool {
        for entry in entries {
            try frame.step()
            guard try visit(.object(NetKeyValuePair(field: entry.name, entry.values)), &frame) else { return false }
        }
        return true
    }

    /// The values of a name, or nil.
    public subscript(name: NetString) -> [NetString]? {
        get { index(of: name).map { entries[$0].values } }
        set {
            switch (index(of: name), newValue) {
            case (let index?, let values?) where !values.isEmpty: entries[index].values = values
            case (let index?, _): entries.remove(at: index)
            case (nil, let values?) where !values.isEmpty: entries.append(Entry(name: name, values: values, hash: hash(of: name)))
            default: break
            }
        }
    }

    /// Adds a value behind those that the name has.
    public func append(_ value: NetString, to name: NetString) {
        if let index = index(of: name) {
            entries[index].values.append(value)
        } else {
            entries.append(Entry(name: name, values: [value], hash: hash(of: name)))
        }
    }

    /// Removes a name with all its values.
    public func remove(_ name: NetString) { self[name] = nil }

    /// Every field as pairs of name and value.
    public var fields: [(name: String, value: String)] {
        entries.flatMap { entry in entry.values.map { (entry.name.string, $0.string) } }
    }

    /// The values of a name joined by commas, as `GetValueOrDefault` gives them; nil when the name is absent.
    public func joined(_ name: NetString) -> NetString? { joined(name, hash: hash(of: name)) }

    /// For callers that know the hash of a constant name. Not inlined: so the caller borrows the dictionary.
    @inline(never)
    func joined(_ name: NetString, hash: UInt32) -> NetString? {
        guard let index = index(of: name, hash: hash) else { return nil }
        return entries[index].joined
    }

    /// A copy that can be changed on its own.
    public func copy() -> MultiValueDictionary {
        let result = MultiValueDictionary(ignoresCase: ignoresCase)
        result.entries = entries
        return result
    }

    func index(of name: NetString) -> Int? { index(of: name, hash: hash(of: name)) }

    /// For callers that know the hash of a constant name.
    func index(of name: NetString, hash: UInt32) -> Int? {
        for index in 0..<entries.count where entries[index].hash == hash {
            // Names are mostly written alike.
            if entries[index].name == name || ignoresCase && entries[index].name.equalsIgnoringASCIICase(name) { return index }
        }
        return nil
    }

    /// FNV-1a over the lower-cased bytes.
    func hash(of name: NetString) -> UInt32 { Self.hash(of: name) }

    static func hash(of name: NetString) -> UInt32 {
        name.withUTF8 { bytes in
            var hash: UInt32 = 2_166_136_261
            for byte in bytes { hash = (hash ^ UInt32(byte.lowercasedASCII)) &* 16_777_619 }
            return hash
        }
    }
}
