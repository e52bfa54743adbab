import Foundation
import Testing

/// House rules that the compiler cannot keep.
@Suite struct `The house` {
    private let repository = Repository()

    @Test func `targets import only what Package.swift declares, and arrows go up`() throws {
        let declared = try repository.declaredDependencies()
        #expect(declared.count > 20)
        let targets = Set(declared.map(\.target)).union(["CSQLite", "CZlib"])
        var above: Set<String> = ["CSQLite", "CZlib"]
        for (target, dependencies) in declared {
            let downward = dependencies.intersection(targets).subtracting(above)
            #expect(downward.isEmpty, "\(target) depends on \(downward), which stand below it")
            above.insert(target)
            for (path, text) in try repository.swiftFiles("Sources/\(target)") {
                for match in text.matches(
                    of:
                        /(?m)^(?:package |internal |public )?import (?:struct |enum |class |func )?(\w+)/
                ) {
                    let name = String(match.1)
                    guard targets.contains(name) else { continue }
                    #expect(dependencies.contains(name), "\(path) imports \(name) undeclared")
                }
            }
        }
    }

    @Test(arguments: ["JSON", "Catalog", "Events", "Projections", "Mapping", "Planning"])
    func `the pure core cannot reach network, disk or journal`(target: String) throws {
        let forbidden = [
            "Foundation", "HTTP", "JournalStore", "CSQLite", "AsyncHTTPClient", "Glibc",
        ]
        for (path, text) in try repository.swiftFiles("Sources/\(target)") {
            for name in forbidden {
                #expect(
                    text.firstMatch(of: try Regex("(?m)^(package )?import \(name)$")) == nil,
                    "\(path) imports \(name)")
            }
        }
    }

    @Test func `time and chance come from outside`() throws {
        let allowed = [
            "Sources/plysync/", "Sources/NetworkTransport/", "Sources/SandboxServer/",
            "Sources/Workbench/",
        ]
        let forbidden = [
            "Date()", "ContinuousClock()", "SuspendingClock()", "UUID()", "getenv(",
            "SystemRandomNumberGenerator()", ".random(",
        ]
        for (path, text) in try repository.swiftFiles("Sources")
        where !allowed.contains(where: path.hasPrefix) {
            for word in forbidden {
                #expect(!text.contains(word), "\(path) holds \(word)")
            }
        }
    }

    @Test func `nothing but simulation, server and executable sees a sandbox`() throws {
        let allowed = [
            "AmazonSandbox", "PlytixSandbox", "SandboxWorld", "SandboxFaults", "SandboxServer",
            "Simulation", "FaultSearch", "plysync", "Workbench",
        ]
        for target in try repository.names("Sources") where !allowed.contains(target) {
            for (path, text) in try repository.swiftFiles("Sources/\(target)") {
                let found = text.firstMatch(of: /(?m)^(?:package |internal )?import \w*Sandbox\w*$/)
                #expect(found == nil, "\(path) imports a sandbox")
            }
        }
    }

    @Test func `the top level holds what the user fixed`() throws {
        let fixed = ["Package.swift", "README.md", "Sources", "Tests", "journal", "tools"]
        let found = try repository.names(".").filter {
            !$0.hasPrefix(".") && $0 != "Package.resolved" && !$0.contains(".journal")
        }
        #expect(found == fixed)
    }

    @Test func `files are of one thing and on few screens`() throws {
        for (path, text) in try repository.swiftFiles("Sources") {
            let lines = text.count { $0 == "\n" }
            #expect(lines <= 450, "\(path) has \(lines) lines")
        }
    }

    @Test func `file names are unique within a module`() throws {
        for target in try repository.names("Sources") {
            let names = try repository.swiftFiles("Sources/\(target)").map {
                $0.path.split(separator: "/").last.map(String.init) ?? ""
            }
            #expect(Set(names).count == names.count, "\(target) repeats a file name")
        }
    }

    @Test func `no force, no stubs, no sleeping tests`() throws {
        for (path, text) in try repository.swiftFiles("Sources") {
            for word in ["try!", " as! ", "fatalError()", "TODO", "FIXME"] {
                #expect(!text.contains(word), "\(path) holds \(word)")
            }
        }
        for (path, text) in try repository.swiftFiles("Tests")
        where !path.hasPrefix("Tests/TidyTests") {
            for word in ["Task.sleep", "Thread.sleep", "usleep("] where !path.contains("Clock") {
                #expect(!text.contains(word), "\(path) waits on the wall clock")
            }
        }
    }
}
