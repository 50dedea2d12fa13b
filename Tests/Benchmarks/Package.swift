// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that a user of the engine never builds it. `swift run -c release --package-path Tests/Benchmarks`.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "apim-policy", path: "../..")],
    targets: [
        .systemLibrary(name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "CPlainXML", dependencies: ["CLibXML2"]),
        .target(name: "CAllocationCounter"),
        .executableTarget(
            name: "PolicyBenchmarks",
            dependencies: [
                "CAllocationCounter", "CPlainXML",
                .product(name: "APIMPolicy", package: "apim-policy"),
                .product(name: "PolicyTesting", package: "apim-policy"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
