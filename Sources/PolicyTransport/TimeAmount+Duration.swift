internal import NIOCore

extension TimeAmount {
    /// The same length of time; what is longer than NIO can express (292 years) becomes the longest.
    init(clamping duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let (nanoseconds, overflows) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        self = .nanoseconds(overflows ? (seconds < 0 ? .min : .max) : nanoseconds + attoseconds / 1_000_000_000)
    }
}
