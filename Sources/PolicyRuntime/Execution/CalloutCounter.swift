/// Numbers the callouts of one request, across the contexts that run for it at the same time.
final class CalloutCounter {
    private(set) var count: Int

    init(from count: Int) { self.count = count }

    func next() -> Int {
        defer { count += 1 }
        return count
    }
}

extension RequestContext {
    mutating func nextCalloutOrdinal() -> Int {
        if let shared = run.sharedCallouts { return shared.next() }
        defer { calloutCount += 1 }
        return calloutCount
    }
}
