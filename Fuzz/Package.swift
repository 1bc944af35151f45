// swift-tools-version: 6.3

import PackageDescription

// Built by run.sh, which passes the sanitizer flags for this package and Stemma's modules alike.
let package = Package(
    name: "stemma-fuzz",
    dependencies: [.package(name: "stemma", path: "..")],
    targets: [
        .executableTarget(
            name: "stemma-fuzz",
            dependencies: [.product(name: "Stemma", package: "stemma")],
            path: "Sources/StemmaFuzz",
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .unsafeFlags(["-parse-as-library"]),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
