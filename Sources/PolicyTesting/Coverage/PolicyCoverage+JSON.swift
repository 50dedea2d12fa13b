import PolicyDiagnostics
import PolicyExpressions

extension PolicyCoverage {
    /// The coverage as one JSON object; see Docs/FileFormats.md. Ends in a line break.
    public func jsonText() -> String {
        let json: JSON = ["version": 1, "summary": total.json, "files": .array(files.map(\.json))]
        return json.compactText + "\n"
    }
}

extension FileCoverage {
    fileprivate var json: JSON {
        ["name": .string(name), "summary": summary.json, "places": .array(places.map(\.json))]
    }
}

extension CoveredPlace {
    fileprivate var json: JSON {
        let (start, end) = (point.span.start, point.span.end)
        return [
            "kind": .string(point.kind.rawValue), "label": .string(point.label), "construct": JSON(point.decision?.construct),
            "line": .integer(start.line), "column": .integer(start.column), "endLine": .integer(end.line),
            "endColumn": .integer(end.column), "count": .integer(count),
        ]
    }
}

extension CoverageSummary {
    fileprivate var json: JSON {
        [
            "policies": policies.json, "policyBranches": policyBranches.json, "expressionBranches": expressionBranches.json,
            "statements": statements.json, "all": all.json,
        ]
    }
}

extension CoverageSummary.Count {
    fileprivate var json: JSON {
        ["reached": .integer(reached), "total": .integer(total), "percent": JSON((percent * 100).rounded(.down) / 100)]
    }
}
