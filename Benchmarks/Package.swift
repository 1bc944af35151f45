// swift-tools-version: 6.3

import PackageDescription

let package = Package(
    name: "stemma-benchmarks",
    dependencies: [.package(name: "stemma", path: "..")],
    targets: [
        .executableTarget(name: "measure-process", path: "Sources/MeasureProcess"),
        .executableTarget(
            name: "stemma-bench",
            dependencies: ["measure-process", .product(name: "Stemma", package: "stemma")],
            path: "Sources/StemmaBench",
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
