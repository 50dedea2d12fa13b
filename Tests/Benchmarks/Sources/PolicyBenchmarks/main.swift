import APIMPolicy

// Times are the fastest and the middle one of nine rounds. Compare ratios of one run, never times of two machines.
try runCompilationBenchmarks()
try await runSectionBenchmark()
try runExpressionBenchmark()
