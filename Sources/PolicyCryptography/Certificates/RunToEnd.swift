import Synchronization

/// Runs asynchronous work to its end on the calling thread.
///
/// The work's steps are kept in a queue that the caller empties, so no thread of the shared pool is waited for. The work may
/// not wait for anything that happens elsewhere.
final class RunToEnd: TaskExecutor, Sendable {
    private let jobs = Mutex<[UnownedJob]>([])

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
    }

    /// The result of the work; nil when it waited for something else than its own steps.
    static func result<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value? {
        let (executor, outcome) = (RunToEnd(), Outcome<Value>())
        Task(executorPreference: executor) { outcome.set(await work()) }
        executor.drain()
        return outcome.value
    }

    private func drain() {
        while let job = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }

    private final class Outcome<Value: Sendable>: Sendable {
        private let result = Mutex<Value?>(nil)

        var value: Value? { result.withLock { $0 } }
        func set(_ value: Value) { result.withLock { $0 = value } }
    }
}
