// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let engine = Target.Dependency.product(name: "APIMPolicy", package: "apim-policy")

let package = Package(
    name: "policy-fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "apim-policy", path: "../.."),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.0"),
    ],
    targets: [
        // The root package compiles the same folder for its short run in `swift test`.
        .target(name: "ExpressionFuzzing", dependencies: [engine], swiftSettings: settings),
        .executableTarget(
            name: "expression-fuzzer", dependencies: ["ExpressionFuzzing", engine],
            swiftSettings: settings, linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]),
        .executableTarget(
            name: "expression-generator",
            dependencies: ["ExpressionFuzzing", engine, .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
