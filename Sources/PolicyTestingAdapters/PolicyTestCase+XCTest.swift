#if canImport(XCTest)
    public import PolicyTesting
    import XCTest

    /// Runs a test of policies and fails the test case of XCTest for everything that is not as it should be, at the line of the test file that
    /// expects it.
    ///
    /// ```swift
    /// func testPolicies() async throws {
    ///     for test in try PolicyTests.discover(in: "Policies") { await XCTAssertPasses(test) }
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - test: the test.
    ///   - file: where a failure is recorded that has no place in the test file.
    ///   - line: the line of that place.
    public func XCTAssertPasses(_ test: PolicyTestCase, file: StaticString = #filePath, line: UInt = #line) async {
        guard test.skipReason == nil else { return }
        for failure in await test.run().failures {
            // XCTest's functions take static strings as places; on Linux nothing else can be recorded. The text names the place.
            XCTFail("\(test): \(failure)", file: file, line: line)
        }
    }
#endif
