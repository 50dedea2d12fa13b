#if canImport(Testing)
    public import PolicyTesting
    public import Testing

    extension PolicyTestCase: CustomTestStringConvertible {
        /// The test's name.
        public var testDescription: String { name }

        /// Runs the test and records an issue of swift-testing for everything that is not as it should be, at the line of the test file that
        /// expects it.
        ///
        /// ```swift
        /// @Test(arguments: try PolicyTests.discover(in: "Policies"))
        /// func policy(_ test: PolicyTestCase) async { await test.expectSuccess() }
        /// ```
        ///
        /// - Parameter sourceLocation: where an issue is recorded that has no place in the test file.
        public func expectSuccess(sourceLocation: Testing.SourceLocation = #_sourceLocation) async {
            guard skipReason == nil else { return }
            for failure in await run().failures {
                var place = sourceLocation
                if let found = failure.location {
                    place = SourceLocation(
                        fileID: "PolicyTests/\(found.file.split(separator: "/").last ?? "")", filePath: found.file, line: found.line,
                        column: found.column)
                }
                Issue.record("\(failure)", sourceLocation: place)
            }
        }
    }
#endif
