/// What an evaluation needs only when it throws, catches or takes long: made when the first of it is stored.
final class RareFrameState {
    fileprivate var thrownException: NetException?
    fileprivate var caughtError: EvaluationError?
    fileprivate var exceptionSearch: ExceptionSearch?
    fileprivate var deadline: Duration?
    fileprivate var lastCheck: Duration?
    fileprivate var checkInterval = Frame.stepsBeforeFirstCheck
    fileprivate var otherBodiesRead: [ObjectIdentifier] = []
}

extension Frame {
    private mutating func madeRareState() -> RareFrameState {
        if let rareState { return rareState }
        let made = RareFrameState()
        rareState = made
        return made
    }

    /// Stores what may be absent: where it is absent and nothing is kept yet, nothing is made.
    private mutating func keep<Kept>(_ value: Kept?, _ place: ReferenceWritableKeyPath<RareFrameState, Kept?>) {
        if value != nil || rareState != nil { madeRareState()[keyPath: place] = value }
    }

    /// The exception that `throw` threw last, so that a catch clause gets the same object with its inner exception.
    var thrownException: NetException? {
        get { rareState?.thrownException }
        set { keep(newValue, \.thrownException) }
    }

    /// What `throw;` throws again.
    var caughtError: EvaluationError? {
        get { rareState?.caughtError }
        set { keep(newValue, \.caughtError) }
    }

    /// What filters said about the exception under way, when a finally block had to wait for them.
    var exceptionSearch: ExceptionSearch? {
        get { rareState?.exceptionSearch }
        set { keep(newValue, \.exceptionSearch) }
    }

    /// When the evaluation must end; nil until the clock was first looked at. In time since `Frame.clockOrigin`.
    var deadline: Duration? {
        get { rareState?.deadline }
        set { keep(newValue, \.deadline) }
    }

    /// When the clock was looked at last.
    var lastCheck: Duration? {
        get { rareState?.lastCheck }
        set { keep(newValue, \.lastCheck) }
    }

    /// How many steps after the last look at the clock it is looked at again.
    var checkInterval: Int {
        get { rareState?.checkInterval ?? Frame.stepsBeforeFirstCheck }
        set { madeRareState().checkInterval = newValue }
    }

    /// Notes that a body is read; true when it was read before.
    mutating func noteReading(of body: ObjectIdentifier) -> Bool {
        guard let firstBodyRead else {
            firstBodyRead = body
            return false
        }
        if firstBodyRead == body || rareState?.otherBodiesRead.contains(body) == true { return true }
        madeRareState().otherBodiesRead.append(body)
        return false
    }
}
