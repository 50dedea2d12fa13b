import CThreadStack

/// Ends what an object held, from its `deinit`, without a long chain of objects becoming a deep chain of calls.
///
/// The last reference to a list that holds a list that holds a list … releases them within each other, and an expression
/// can make such a chain as long as its limits allow. Beyond a depth the parts wait until the outermost release ends.
enum DeferredRelease {
    /// How many releases run within each other: little enough for the smallest stacks of threads.
    private static let deepest: Int32 = 64

    /// Releases a part of an object that ends, which the object must hold no more.
    ///
    /// By value: an `inout` of a stored property would make every access to it a checked one.
    @inline(__always)
    static func release<Part>(_ part: consuming Part) {
        let state = thread_release_state()
        if !begins(state) { postpone(part, state) }
        _ = consume part
        ends(state)
    }

    /// Counts a release in; false beyond the depth, where what is released must be kept for later.
    @inline(__always)
    private static func begins(_ state: UnsafeMutablePointer<thread_release>) -> Bool {
        state.pointee.depth += 1
        return state.pointee.depth <= deepest
    }

    @inline(__always)
    private static func ends(_ state: UnsafeMutablePointer<thread_release>) {
        state.pointee.depth -= 1
        if state.pointee.depth == 0, state.pointee.waiting != nil { releaseWaiting(state) }
    }

    private final class WaitingParts {
        var parts: [Any] = []
    }

    @inline(never)
    private static func postpone<Part>(_ part: Part, _ state: UnsafeMutablePointer<thread_release>) {
        if state.pointee.waiting == nil { state.pointee.waiting = Unmanaged.passRetained(WaitingParts()).toOpaque() }
        guard let waiting = state.pointee.waiting else { return }
        Unmanaged<WaitingParts>.fromOpaque(waiting).takeUnretainedValue().parts.append(part)
    }

    @inline(never)
    private static func releaseWaiting(_ state: UnsafeMutablePointer<thread_release>) {
        guard let waiting = state.pointee.waiting else { return }
        let queue = Unmanaged<WaitingParts>.fromOpaque(waiting).takeRetainedValue()
        state.pointee.depth = 1
        while let part = queue.parts.popLast() { withExtendedLifetime(part) {} }
        state.pointee.depth = 0
        state.pointee.waiting = nil
    }
}
