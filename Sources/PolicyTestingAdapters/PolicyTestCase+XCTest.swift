#if canImport(XCTest)
    public import PolicyTesting
    public import XCTest

    /// Runs a test of policies and fails the test case of XCTest for everything that is not as it should be, at the line of the test file that
    /// expects it.
    ///
    /// ```swift
    /// func testPolicies() async throws {
    ///     for test in try PolicyTests.discover(in: "Policies") { await XCTAssertPasses(test, in: self) }
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - test: the test.
    ///   - testCase: the test case that fails.
    ///   - file: where a failure is recorded that has no place in the test file.
    ///   - line: the line of that place.
    public func XCTAssertPasses(
        _ test: PolicyTestCase, in testCase: XCTestCase, file: StaticString = #filePath, line: UInt = #line
    ) async {
        guard test.skipReason == nil else { return }
        for failure in await test.run().failures {
            let place = failure.location.map { ($0.file, $0.line) } ?? ("\(file)", Int(line))
            testCase.recordFailure("\(test): \(failure)", at: place)
        }
    }

    extension XCTestCase {
        // XCTFail takes its place as a static string, and that of a test file is known only now.
        fileprivate func recordFailure(_ description: String, at place: (file: String, line: Int)) {
            #if canImport(Darwin)
                let location = XCTSourceCodeLocation(filePath: place.file, lineNumber: place.line)
                record(
                    XCTIssue(
                        type: .assertionFailure, compactDescription: description,
                        sourceCodeContext: XCTSourceCodeContext(location: location)))
            #else
                recordFailure(withDescription: description, inFile: place.file, atLine: place.line, expected: true)
            #endif
        }
    }
#endif
