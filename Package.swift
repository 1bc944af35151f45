// swift-tools-version: 6.3

import PackageDescription

/// Settings of every Swift target: one place for the flags that the whole package is held to.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    // Span-based scanners borrow their bytes (SE-0446, SE-0465).
    .enableExperimentalFeature("Lifetimes"),
]

/// A library module: `Sources/<name>`, with its lexicons and resources embedded where it has any, and `Tests/<name>Tests`.
func module(_ name: String, uses dependencies: [Target.Dependency] = [], hasLexicons: Bool = false, hasResources: Bool = false)
    -> Target
{
    .target(
        name: name,
        dependencies: dependencies,
        resources: (hasLexicons ? [.embedInCode("Lexicons")] : []) + (hasResources ? [.embedInCode("Resources")] : []),
        swiftSettings: strict
    )
}

func tests(of name: String, uses dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.init(stringLiteral: name), "TestSupport"] + dependencies,
        swiftSettings: strict
    )
}

let package = Package(
    name: "stemma",
    products: [
        // The modules below `Stemma` too, for those who need one of them alone (benchmarks, fuzzers).
        .library(
            name: "Stemma",
            targets: [
                "Stemma", "Collation", "Speech", "Language", "Reading", "Archives", "Feeds", "HTMLTree", "Grammar", "Meaning",
                "Models", "Fetching", "TextCore",
            ]
        ),
        .executable(name: "stemma", targets: ["StemmaCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
    ],
    targets: [
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CBrotli", providers: [.apt(["libbrotli-dev"])]),
        // Builds with the headers of libcurl4-openssl-dev, and loads the library of libcurl4 when a page is fetched.
        .target(name: "CCurl"),
        // Builds with the headers of libopenblas-dev, and loads the library of libopenblas0 when a model is used.
        .target(name: "COpenBLAS"),
        // A C header for libcld2, which is C++.
        .target(name: "CLanguageDetector", linkerSettings: [.linkedLibrary("cld2")]),
        // Builds with the headers of libicu-dev, and loads the library of libicu72 when a text has Thai, or words of Chinese
        // or Japanese are asked for.
        .target(name: "CWordBreaks"),
        // The weights of the model that tells the blocks of web pages apart, as one array of bytes.
        .target(name: "CPageModel", exclude: ["page-model.bin"]),
        module("TextCore", hasLexicons: true),
        module("HTMLTree", uses: ["TextCore"], hasLexicons: true),
        module("Archives", uses: ["TextCore", "CZlib", "CBrotli"]),
        module("Models", uses: ["TextCore", "CZlib"], hasLexicons: true),
        module("Fetching", uses: ["TextCore", "CCurl"]),
        module("Feeds", uses: ["TextCore", "HTMLTree"], hasLexicons: true),
        module("Reading", uses: ["TextCore", "HTMLTree", "Archives", "Feeds", "CPageModel"], hasLexicons: true),
        module("LinearAlgebra", uses: ["COpenBLAS"]),
        module("Grammar", uses: ["TextCore", "Models", "LinearAlgebra"]),
        module("Meaning", uses: ["TextCore", "Models", "LinearAlgebra"]),
        module(
            "Language",
            uses: ["TextCore", "Grammar", "CStemmer", "CLanguageDetector", "CWordBreaks"],
            hasLexicons: true
        ),
        module("Speech", uses: ["TextCore", "Language"], hasLexicons: true),
        module("Collation", uses: ["TextCore", "Reading", "Language", "Speech", "Meaning"], hasLexicons: true),
        module("Presentation", uses: ["TextCore", "Reading", "Language", "Speech", "Collation"], hasResources: true),
        module("Stemma", uses: ["TextCore", "Models", "Grammar", "Reading", "Language", "Speech", "Meaning", "Collation"]),
        .executableTarget(
            name: "StemmaCommand",
            dependencies: [
                "Stemma", "Collation", "Presentation", "Models", "Grammar", "Meaning", "Fetching", "Feeds", "HTMLTree",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        // Measures pairs of sentences for `Evaluation/fit_collation.py`, blocks of pages for `fit_pages.py`, spans in quotation
        // marks for `fit_marks.py`, and vectors of sentences for `evaluate.py`; not a product.
        .executableTarget(
            name: "stemma-features",
            dependencies: ["TextCore", "Models", "Grammar", "Language", "Reading", "Meaning", "Speech", "Collation", "Stemma"],
            path: "Evaluation/Features",
            swiftSettings: strict
        ),
        .target(
            name: "TestSupport",
            dependencies: ["Models", "Grammar", "Meaning"],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),
        tests(of: "TextCore"),
        tests(of: "HTMLTree", uses: ["TextCore"]),
        tests(of: "Archives", uses: ["TextCore", "CZlib"]),
        tests(of: "Models", uses: ["TextCore", "CZlib"]),
        tests(of: "Grammar", uses: ["TextCore", "Models"]),
        tests(of: "Meaning", uses: ["TextCore", "Models", "LinearAlgebra"]),
        tests(of: "Fetching", uses: ["TextCore"]),
        tests(of: "Feeds", uses: ["TextCore", "HTMLTree"]),
        tests(of: "Reading", uses: ["TextCore", "HTMLTree"]),
        tests(of: "Language", uses: ["TextCore", "Grammar"]),
        tests(of: "Speech", uses: ["TextCore", "Language"]),
        tests(of: "Collation", uses: ["TextCore", "Reading", "Language", "Speech", "Meaning", "Stemma"]),
        tests(of: "Presentation", uses: ["TextCore", "Reading", "Language", "Speech", "Collation", "Stemma"]),
        tests(of: "Stemma", uses: ["TextCore", "Reading", "Language", "Speech", "Collation", "Presentation"]),
        tests(of: "StemmaCommand", uses: ["TextCore", "Models", "Reading", "Language", "Speech", "Collation"]),
    ],
    swiftLanguageModes: [.v6]
)
