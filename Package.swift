// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "apim-policy",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "APIMPolicy", targets: ["APIMPolicy"]),
        .library(name: "PolicyAnalysis", targets: ["PolicyAnalysis"]),
        .library(name: "PolicyTesting", targets: ["PolicyTesting"]),
        .library(name: "PolicyTestingAdapters", targets: ["PolicyTestingAdapters"]),
        .library(name: "PolicyTransport", targets: ["PolicyTransport"]),
        .executable(name: "apim-policy", targets: ["apim-policy"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.0"),
        .package(url: "https://github.com/apple/swift-certificates.git", from: "1.21.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.7.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.0"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .systemLibrary(
            name: "CLibXSLT", pkgConfig: "libxslt",
            providers: [.apt(["libxslt1-dev"]), .brew(["libxslt"])]),
        .target(name: "CPolicyXML", dependencies: ["CLibXML2"]),
        .target(name: "CPolicyXSLT", dependencies: ["CLibXML2", "CLibXSLT", "CPolicyXML"]),
        .target(name: "PolicyDiagnostics"),
        .target(name: "CThreadStack"),
        .target(
            name: "PolicyCryptography",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ]),
        .target(
            name: "PolicyExpressions", dependencies: ["CPolicyXML", "CThreadStack", "PolicyCryptography", "PolicyDiagnostics"]),
        .target(
            name: "PolicyRuntime",
            dependencies: [
                "CPolicyXML", "PolicyCryptography", "PolicyDiagnostics", "PolicyExpressions",
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
            ]),
        .target(
            name: "StandardPolicies",
            dependencies: [
                "CPolicyXML", "CPolicyXSLT", "PolicyCryptography", "PolicyDiagnostics", "PolicyExpressions", "PolicyRuntime",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]),
        .target(
            name: "APIMPolicy",
            dependencies: [
                "PolicyDiagnostics", "PolicyExpressions", "PolicyRuntime", "StandardPolicies",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]),
        .target(name: "PolicyAnalysis", dependencies: ["PolicyDiagnostics", "PolicyExpressions", "PolicyRuntime"]),
        .target(
            name: "PolicyTesting",
            dependencies: [
                "PolicyCryptography", "PolicyDiagnostics", "PolicyExpressions", "PolicyRuntime", "StandardPolicies",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Yams", package: "Yams"),
            ]),
        .target(name: "PolicyTestingAdapters", dependencies: ["PolicyTesting"]),
        .target(
            name: "PolicyTransport",
            dependencies: [
                "PolicyRuntime",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]),
        .executableTarget(
            name: "apim-policy",
            dependencies: [
                "APIMPolicy", "PolicyAnalysis", "PolicyDiagnostics", "PolicyExpressions", "PolicyRuntime", "PolicyTesting",
                "PolicyTransport", "StandardPolicies",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]),
        .testTarget(
            name: "PolicyCryptographyTests",
            dependencies: [
                "PolicyCryptography",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ]),
        .testTarget(
            name: "PolicyAnalysisTests",
            dependencies: ["PolicyAnalysis", "PolicyDiagnostics", "PolicyExpressions", "PolicyRuntime", "StandardPolicies"]),
        .testTarget(name: "PolicyDiagnosticsTests", dependencies: ["PolicyDiagnostics"]),
        .testTarget(name: "PolicyExpressionsTests", dependencies: ["PolicyExpressions", "PolicyDiagnostics"]),
        .testTarget(
            name: "PolicyRuntimeTests",
            dependencies: [
                "PolicyDiagnostics", "PolicyExpressions", "PolicyRuntime", "StandardPolicies",
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]),
        .testTarget(
            name: "StandardPoliciesTests",
            dependencies: [
                "APIMPolicy", "PolicyCryptography", "PolicyDiagnostics", "PolicyExpressions", "PolicyTesting", "PolicyRuntime",
                "StandardPolicies",
            ]),
        .testTarget(
            name: "PolicyTestingTests",
            dependencies: [
                "APIMPolicy", "PolicyDiagnostics", "PolicyExpressions", "PolicyRuntime", "PolicyTesting", "PolicyTestingAdapters",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]),
        .testTarget(
            name: "PolicyTransportTests",
            dependencies: [
                "HTTPTestServer", "PolicyRuntime", "PolicyTransport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]),
        .target(
            name: "HTTPTestServer",
            dependencies: [
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            path: "Tests/HTTPTestServer"),
        .target(
            name: "ExpressionFuzzing", dependencies: ["PolicyDiagnostics", "PolicyExpressions"],
            path: "Tests/Fuzzing/Sources/ExpressionFuzzing"),
        .testTarget(name: "ExpressionFuzzingTests", dependencies: ["ExpressionFuzzing"]),
        .testTarget(name: "ConformanceTests", dependencies: ["PolicyDiagnostics", "PolicyExpressions", "PolicyTesting"]),
        .testTarget(
            name: "CommandLineTests", dependencies: ["HTTPTestServer", "PolicyDiagnostics", "apim-policy"],
            exclude: ["Acceptance"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && !["CPolicyXML", "CThreadStack"].contains(target.name) {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        ]
}
