import APIMPolicy
import CAllocationCount
import CPlainXML
import PolicyTesting

/// Measures the engine and prints one table.
@main
struct PolicyBenchmarks {
    static func main() async throws {
        print(allocation_count())
    }
}
