// swift-tools-version: 6.2
import PackageDescription

// The targets stand in the order in which a product meets them; arrows only go up this list.
// `Tests/TidyTests` holds the imports of each target against it.

let strictness: [SwiftSetting] =
    Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]
let settings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + strictness

func stage(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [])
    -> Target
{
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let asyncHTTPClient = Target.Dependency.product(
    name: "AsyncHTTPClient", package: "async-http-client")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "plysync",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "plysync", targets: ["plysync"]),
        .executable(name: "workbench", targets: ["Workbench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        // libsqlite3 and zlib of the system.
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        // JSON by pulling, and as a tree.
        stage("JSON", []),
        // The words and values of the program.
        stage("Catalog", ["JSON"]),
        // SHA-256.
        stage("Hashing", ["Catalog", crypto]),
        // Where history is kept: stores records, knows no event.
        stage(
            "JournalStore", ["Catalog", "JSON", "Hashing", "CSQLite", "CZlib"],
            resources: [.embedInCode("schema.sql")]),
        // What can happen: one file an event.
        stage("Events", ["Catalog", "JSON"]),
        // Events to values: pure folds.
        stage("Projections", ["Events", "Catalog", "JSON"]),
        // How requests are made: transport, policies, governor.
        stage("HTTP", ["Catalog", "JSON", "CZlib", httpTypes]),
        // The real network.
        stage("NetworkTransport", ["HTTP", "Catalog", asyncHTTPClient, httpTypes]),
        // Operations of both remote systems, one file an endpoint; vendors' words stop here.
        stage("AmazonAPI", ["HTTP", "Catalog", "JSON", "Hashing", httpTypes]),
        stage("PlytixAPI", ["HTTP", "Catalog", "JSON", httpTypes]),
        // Phase 1: Amazon to events.
        stage(
            "Export", ["Projections", "Events", "AmazonAPI", "HTTP", "Catalog", "JSON", "Hashing"]),
        // Phase 2: pure rules over values, one file a rule.
        stage("Mapping", ["Catalog", "JSON"]),
        // Phases 3 to 5 as values: desired against known gives effects.
        stage("Planning", ["Projections", "Events", "Catalog", "JSON", "Hashing"]),
        // Plytix to events: canonical products, and what an account already holds.
        stage(
            "Survey",
            [
                "Planning", "Projections", "Events", "PlytixAPI", "HTTP", "Catalog", "JSON",
                "Hashing",
            ]),
        // Effects to calls to events: intend, call, record, settle, adopt.
        stage(
            "Delivery",
            [
                "Survey", "Planning", "Projections", "Events", "PlytixAPI", "HTTP", "Catalog",
                "JSON", "Hashing", httpTypes,
            ]),
        // Journal to answers and pages.
        stage(
            "Audit",
            ["Projections", "Events", "JournalStore", "Planning", "Catalog", "JSON", "Hashing"]),
        // File, environment and flags to one value per stage.
        stage(
            "Settings",
            [
                "Planning", "Mapping", "Delivery", "Export", "Survey", "HTTP", "Catalog", "JSON",
                yams,
            ]),
        // The path itself: the only place where stages meet the journal.
        stage(
            "Sync",
            [
                "Export", "Survey", "Mapping", "Planning", "Delivery", "Audit", "Settings",
                "Projections", "Events", "JournalStore", "AmazonAPI", "PlytixAPI", "HTTP",
                "Catalog",
                "JSON", "Hashing",
            ]),
        // The servers that we test against: what they hold, their pure cores, their HTTP shell.
        stage("SandboxWorld", ["Catalog", "JSON"]),
        stage("AmazonSandbox", ["SandboxWorld", "HTTP", "Catalog", "JSON", httpTypes]),
        stage("PlytixSandbox", ["SandboxWorld", "HTTP", "Catalog", "JSON", httpTypes]),
        // What goes wrong, and when, for the server and within a process.
        stage("SandboxFaults", ["SandboxWorld", "HTTP", "Catalog", "JSON", httpTypes]),
        stage(
            "SandboxServer",
            [
                "SandboxFaults", "AmazonSandbox", "PlytixSandbox", "SandboxWorld", "HTTP",
                "Catalog", "JSON",
                hummingbird, httpTypes, logging,
            ]),
        // Whole runs in one process, on a simulated clock.
        stage(
            "Simulation",
            [
                "Sync", "Settings", "Audit", "Planning", "JournalStore", "Projections", "Events",
                "AmazonSandbox", "PlytixSandbox", "SandboxWorld", "HTTP", "Catalog", "JSON",
                httpTypes,
            ]),
        // The search for faults: random catalogues under random plans of everything that can go
        // wrong, and what must hold in spite of it, checked without the engine's own code.
        stage(
            "FaultSearch",
            [
                "Simulation", "Sync", "Settings", "Delivery", "JournalStore", "SandboxFaults",
                "AmazonSandbox", "PlytixSandbox", "SandboxWorld", "HTTP", "Catalog", "JSON",
                httpTypes,
            ]),
        // The executable: one subcommand a file.
        .executableTarget(
            name: "plysync",
            dependencies: [
                "Sync", "Audit", "Settings", "Simulation", "SandboxFaults", "SandboxServer",
                "NetworkTransport",
                "Projections", "Events", "JournalStore", "Planning", "Survey", "Export", "Mapping",
                "Delivery", "AmazonAPI", "PlytixAPI", "HTTP", "Catalog", "JSON", "Hashing",
                "AmazonSandbox", "PlytixSandbox", "SandboxWorld", argumentParser, logging,
                httpTypes,
            ],
            swiftSettings: settings),
        // For developers: measurements, and searches for faults.
        .executableTarget(
            name: "Workbench",
            dependencies: [
                "FaultSearch", "Simulation", "Sync", "Projections", "Events", "JournalStore",
                "Catalog", "JSON", "SandboxWorld", argumentParser,
            ],
            swiftSettings: settings),
        // Builders, seeded chance and a perfect account, for several test targets.
        .target(
            name: "TestSupport",
            dependencies: [
                "Projections", "Events", "Mapping", "Catalog", "JSON", "Hashing", "SandboxWorld",
            ],
            path: "Tests/Support", swiftSettings: settings),
        // The vendors' own specifications, and what every test is held against.
        .target(
            name: "ContractSupport", dependencies: ["HTTP", "JSON", httpTypes],
            path: "Tests/Contract", swiftSettings: settings),
        tests(
            "ContractTests",
            [
                "ContractSupport", "AmazonAPI", "PlytixAPI", "AmazonSandbox", "PlytixSandbox",
                "SandboxWorld", "HTTP", "Catalog", "JSON", httpTypes,
            ]),
        tests("JSONTests", ["JSON", "SandboxWorld", "TestSupport"]),
        tests("CatalogTests", ["Catalog", "JSON", "SandboxWorld", "TestSupport"]),
        tests("HashingTests", ["Hashing", "Catalog"]),
        tests("JournalStoreTests", ["JournalStore", "CSQLite", "Hashing", "Catalog", "JSON"]),
        tests("EventsTests", ["Events", "Catalog", "JSON", "TestSupport"]),
        tests(
            "ProjectionsTests",
            ["Projections", "Events", "Catalog", "JSON", "SandboxWorld", "TestSupport"]),
        tests("HTTPTests", ["HTTP", "Catalog", "JSON", httpTypes]),
        tests("AmazonAPITests", ["AmazonAPI", "HTTP", "Catalog", "JSON", "Hashing", httpTypes]),
        tests("PlytixAPITests", ["PlytixAPI", "HTTP", "Catalog", "JSON", httpTypes]),
        tests("MappingTests", ["Mapping", "Catalog", "SandboxWorld", "TestSupport"]),
        tests(
            "PlanningTests",
            ["Planning", "Projections", "Events", "Catalog", "JSON", "SandboxWorld", "TestSupport"]),
        tests(
            "ExportTests",
            [
                "Export", "Events", "AmazonAPI", "AmazonSandbox", "SandboxWorld", "HTTP", "Catalog",
                "JSON",
                "TestSupport", httpTypes,
            ]),
        tests(
            "SettingsTests",
            ["Settings", "Planning", "Mapping", "Delivery", "Export", "Survey", "Catalog", "JSON"]),
        tests(
            "AuditTests",
            [
                "Audit", "Planning", "Projections", "Events", "JournalStore", "Catalog", "JSON",
                "Hashing", "TestSupport",
            ]),
        tests(
            "SyncTests",
            ["Sync", "Projections", "Events", "JournalStore", "Catalog", "TestSupport"]),
        tests("SandboxWorldTests", ["SandboxWorld", "Catalog", "JSON"]),
        tests(
            "AmazonSandboxTests",
            ["AmazonSandbox", "SandboxWorld", "HTTP", "Catalog", "JSON", httpTypes]),
        tests(
            "PlytixSandboxTests",
            ["PlytixSandbox", "SandboxWorld", "HTTP", "Catalog", "JSON", httpTypes]),
        tests(
            "SandboxServerTests",
            [
                "SandboxServer", "SandboxFaults", "AmazonSandbox", "PlytixSandbox", "SandboxWorld",
                "NetworkTransport", "HTTP", "Catalog", "JSON", asyncHTTPClient, httpTypes,
            ]),
        tests(
            "SimulationTests",
            [
                "Simulation", "Sync", "Settings", "Audit", "Delivery", "Planning", "Export",
                "Projections", "Events", "SandboxWorld", "AmazonSandbox", "PlytixSandbox",
                "JournalStore", "Mapping", "HTTP", "Catalog", "JSON", "CSQLite", "TestSupport",
                httpTypes,
            ]),
        tests(
            "FaultSearchTests",
            ["FaultSearch", "SandboxFaults", "PlytixSandbox", "Delivery", "Workbench"]),
        // The real executable against the sandbox, over sockets.
        tests(
            "JourneyTests",
            [
                "ContractSupport", "SandboxWorld", "HTTP", "JSON", "CSQLite", "plysync", httpTypes,
            ]),
        tests("TidyTests", []),
    ]
)

// Every decoder under damaged input: a sample as a test, and at length as a fuzzer, which needs a
// runtime of its own and is there only when tools/fuzz asks for it.
let decoders: [Target.Dependency] = [
    "AmazonAPI", "PlytixAPI", "Export", "Mapping", "Settings", "Projections", "Events",
    "JournalStore", "HTTP", "Catalog", "JSON", "AmazonSandbox", "PlytixSandbox", "SandboxWorld",
    httpTypes,
]
let fuzzing = "Tests/FuzzingTests"
if Context.environment["PLYSYNC_FUZZER"] == nil {
    package.targets.append(
        .testTarget(
            name: "FuzzingTests", dependencies: decoders, path: fuzzing,
            exclude: ["FuzzerEntry.swift"], swiftSettings: settings))
} else {
    package.targets.append(
        .executableTarget(
            name: "Fuzz", dependencies: decoders, path: fuzzing,
            exclude: ["FuzzingTests.swift", "Mutator.swift"], swiftSettings: settings))
}
