// swift-tools-version: 6.2
import PackageDescription

let upcomingFeatures: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
    name: "policy-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "apim-policy", path: "../..")],
    targets: [
        .systemLibrary(
            name: "CBenchmarkLibXML2", pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .target(name: "CPlainXML", dependencies: ["CBenchmarkLibXML2"]),
        .target(name: "CMeasurement"),
        .executableTarget(
            name: "policy-benchmarks",
            dependencies: [
                "CMeasurement", "CPlainXML",
                .product(name: "APIMPolicy", package: "apim-policy"),
                .product(name: "PolicyTesting", package: "apim-policy"),
            ],
            swiftSettings: upcomingFeatures),
        .executableTarget(
            name: "counter-check", dependencies: [.product(name: "APIMPolicy", package: "apim-policy")],
            swiftSettings: upcomingFeatures),
    ],
    swiftLanguageModes: [.v6]
)
