/// `switch`: the selector says which section runs first.
final class SwitchStatement: StatementNode {
    private let selector: SwitchSelector, sections: [StatementNode]
    /// The sections by the numbers of the labels that `goto case` goes to.
    private let places: [Int: Int]
    init(_ selector: SwitchSelector, _ sections: [StatementNode], places: [Int: Int]) {
        (self.selector, self.sections, self.places) = (selector, sections, places)
    }

    override func run(_ frame: inout Frame) throws(EvaluationError) -> Completion {
        guard var section = try selector.select(&frame) else { return .normal }
        while true {
            let completion = try sections[section].run(&frame)
            switch completion {
            case .normal, .broken: return .normal
            case .continued, .returned: return completion
            case .jumped:
                guard let next = places[frame.jumpTarget] else { return completion }
                try frame.step()
                section = next
            }
        }
    }
}

/// Chooses a switch's section by the value.
class SwitchSelector {
    func select(_ frame: inout Frame) throws(EvaluationError) -> Int? { nil }
}

/// Tries the labels one after the other.
final class TestSelector: SwitchSelector {
    struct Label {
        let test: BooleanNode
        let condition: BooleanNode?
        let section: Int
    }

    private let keep: EvaluationNode, labels: [Label], otherwise: Int?
    init(_ keep: EvaluationNode, _ labels: [Label], otherwise: Int?) {
        (self.keep, self.labels, self.otherwise) = (keep, labels, otherwise)
    }

    override func select(_ frame: inout Frame) throws(EvaluationError) -> Int? {
        try keep.execute(&frame)
        for label in labels where try label.test.evaluate(&frame) {
            guard let condition = label.condition else { return label.section }
            if try condition.evaluate(&frame) { return label.section }
        }
        return otherwise
    }
}

/// Looks an integer up among many labels.
final class Int32Selector: SwitchSelector {
    private let value: Int32Node, sections: [Int32: Int], otherwise: Int?
    init(_ value: Int32Node, _ sections: [Int32: Int], otherwise: Int?) {
        (self.value, self.sections, self.otherwise) = (value, sections, otherwise)
    }
    override func select(_ frame: inout Frame) throws(EvaluationError) -> Int? {
        sections[try value.evaluate(&frame)] ?? otherwise
    }
}

/// Looks a text up among many labels.
final class StringSelector: SwitchSelector {
    private let value: StringNode, sections: [NetString: Int], null: Int?, otherwise: Int?
    init(_ value: StringNode, _ sections: [NetString: Int], null: Int?, otherwise: Int?) {
        (self.value, self.sections, self.null, self.otherwise) = (value, sections, null, otherwise)
    }
    override func select(_ frame: inout Frame) throws(EvaluationError) -> Int? {
        guard let text = try value.evaluate(&frame) else { return null ?? otherwise }
        return sections[text] ?? otherwise
    }
}
