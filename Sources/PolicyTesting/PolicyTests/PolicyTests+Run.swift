import Foundation

extension PolicyTests {
    /// Runs tests, as many at once as there are processors, and gives the results in the order of the tests.
    ///
    /// - Parameters:
    ///   - details: what is noted beside the results; it takes time.
    ///   - progress: told of each result as it comes.
    public static func run(
        _ tests: [PolicyTestCase], noting details: PolicyTestDetails = [], progress: (PolicyTestResult) -> Void = { _ in }
    ) async -> [PolicyTestResult] {
        let tests = tests.filter { $0.skipReason == nil }
        var results: [PolicyTestResult?] = Array(repeating: nil, count: tests.count)
        await withTaskGroup(of: (Int, PolicyTestResult).self) { group in
            var next = 0
            while next < min(tests.count, width) {
                add(tests[next], details, next, to: &group)
                next += 1
            }
            for await (index, result) in group {
                results[index] = result
                progress(result)
                guard next < tests.count else { continue }
                add(tests[next], details, next, to: &group)
                next += 1
            }
        }
        return results.compactMap { $0 }
    }

    private static var width: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

    private static func add(
        _ test: PolicyTestCase, _ details: PolicyTestDetails, _ index: Int, to group: inout TaskGroup<(Int, PolicyTestResult)>
    ) {
        group.addTask { @concurrent in (index, await test.run(noting: details)) }
    }
}
