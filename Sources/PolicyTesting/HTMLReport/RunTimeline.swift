import PolicyRuntime

/// A policy of a run with what happened in it, the policies inside included.
struct TimelineStep {
    var place: RunTrace.Place
    var start: Duration
    var end: Duration
    var result = "running"
    var error: String?
    var items: [Item] = []

    enum Item {
        case event(RunTrace.Event)
        case step(TimelineStep)
    }
}

/// The events of a run as a tree: sections, in them policies, in them what happened.
struct RunTimeline {
    private(set) var sections: [(name: String, steps: [TimelineStep])] = []
    /// What happened outside of every policy.
    private(set) var loose: [RunTrace.Event] = []
    /// How long the run took.
    let length: Duration

    init(_ trace: RunTrace) {
        length = trace.events.last?.elapsed ?? .zero
        var open: [TimelineStep] = []
        for event in trace.events {
            switch event.content {
            case .policyEntered:
                guard let place = event.place else { continue }
                open.append(TimelineStep(place: place, start: event.elapsed, end: event.elapsed))
            case .policyLeft(let result, let error, _):
                guard let index = open.lastIndex(where: { $0.place == event.place }) else { continue }
                var step = open.remove(at: index)
                (step.result, step.error, step.end) = (result, error, event.elapsed)
                add(step, to: &open, below: index)
            default:
                if let index = open.lastIndex(where: { $0.place.isPart(of: event.place) }) {
                    open[index].items.append(.event(event))
                } else {
                    loose.append(event)
                }
            }
        }
        while let step = open.popLast() { add(step, to: &open, below: open.count) }
    }

    /// Puts a step into the innermost open one that holds it. Policies of `wait` are open side by side.
    private mutating func add(_ step: TimelineStep, to open: inout [TimelineStep], below index: Int) {
        if let outer = open[..<index].lastIndex(where: { $0.place.holds(step.place) }) {
            open[outer].items.append(.step(step))
        } else if sections.last?.name == step.place.section {
            sections[sections.count - 1].steps.append(step)
        } else {
            sections.append((step.place.section, [step]))
        }
    }
}

extension RunTrace.Place {
    /// Whether an event's place is this one: parts of a policy, such as `when`, have its name and a longer path.
    fileprivate func isPart(of other: RunTrace.Place?) -> Bool {
        guard let other else { return false }
        return self == other || policy == other.policy && span == other.span && section == other.section
    }

    /// Whether another policy stands within this one.
    fileprivate func holds(_ other: RunTrace.Place) -> Bool {
        guard section == other.section, scope == other.scope, let inner = other.path else { return false }
        guard let path else { return true }
        return inner.hasPrefix(path + "/")
    }
}
