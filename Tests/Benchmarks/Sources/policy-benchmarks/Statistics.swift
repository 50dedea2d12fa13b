import Foundation

/// Sums of measurements.
enum Statistics {
    static func geometricMean(_ values: [Double]) -> Double {
        values.isEmpty ? .nan : exp(values.map { log($0) }.reduce(0, +) / Double(values.count))
    }
}

/// The process's environment.
enum Environment {
    static func variable(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }
}
