import ContractSupport
import Foundation
import HTTP
import HTTPTypes
import JSON
import Testing

/// Every secret is marked, everything is done that can be done with it, and then the marks are
/// looked for in everything that was written.
@Suite struct `A secret` {
    @Test func `stands in nothing that any command writes`() throws {
        try Journey.begin { journey in
            var outcomes: [Child.Outcome] = []
            for arguments in [
                ["init", "--config", "new.yaml"], ["doctor"], ["schema"],
                ["export"] + Journey.style + ["--output", "export.json"],
                ["map", "--output", "map.json"], ["sync"] + Journey.style,
                ["sync"] + Journey.style + ["--execute", "--output", "report.json"],
                ["replay", "--from", "default", "--target", "fresh", "--execute"],
                ["status"], ["runs"], ["log"], ["state"], ["state", "--digest", "--live"],
                ["show", "B07X8Z63ZL"], ["journal", "verify"], ["journal", "head"], ["nonsense"],
            ] {
                for flags in [[], ["--json"]] {
                    outcomes.append(try journey.run(arguments + flags))
                }
            }
            try journey.expectNoSecrets(in: outcomes, tokensMin: 3)
        }
    }

    @Test(arguments: [
        "LWA_CLIENT_SECRET", "SP_API_REFRESH_TOKEN", "PLYTIX_API_PASSWORD", "PLYTIX_API_KEY",
    ])
    func `that is wrong is not repeated`(variable: String) throws {
        try Journey.begin { journey in
            let wrong = "marked-wrong-\(variable)"
            let outcomes = try [["sync"] + Journey.style, ["doctor"]].map {
                try journey.run($0, variables: [variable: wrong])
            }
            #expect(outcomes.allSatisfy { $0.status != 0 })
            try journey.expectNoSecrets(in: outcomes, more: [wrong])
        }
    }

    /// What stands before a remote system may quote the request in its error, token and all.
    @Test(arguments: EchoServer.Manner.allCases)
    func `that comes back in an answer goes no further`(manner: EchoServer.Manner) throws {
        let elsewhere = try EchoServer(.garbage)
        let echo = try EchoServer(manner, elsewhere: elsewhere.url)
        defer {
            echo.stop()
            elsewhere.stop()
        }
        try Journey.begin { journey in
            var outcomes: [Child.Outcome] = []
            for variable in [
                "PLYSYNC_LWA_URL", "PLYSYNC_AMAZON_URL", "PLYTIX_PIM_BASE_URL",
                "PLYTIX_AUTH_BASE_URL",
            ] {
                outcomes.append(try journey.run("doctor", variables: [variable: echo.url]))
            }
            outcomes.append(
                try journey.run(
                    "schema", "--execute", "--json", variables: ["PLYTIX_PIM_BASE_URL": echo.url]))
            #expect(!echo.requests.isEmpty)
            // No redirect is followed: the token would go wherever a server points.
            #expect(elsewhere.requests == [])
            try journey.expectNoSecrets(in: outcomes)
        }
    }

    /// Both show what a process was started with, and a crash what it has in its registers and on
    /// its stack.
    @Test(arguments: [SIGSEGV, SIGABRT])
    func `is neither in the list of processes nor in what a crash leaves`(signal: Int32) throws {
        try Journey.begin { journey in
            // Nobody waits for this answer: the run is in the middle until it crashes.
            try journey.control.fault(
                ["match": ["operation": "createProduct"], "fault": ["answer_delay": 60]])
            let child = try journey.start(
                ["sync"] + Journey.style + ["--execute"],
                variables: [
                    "SWIFT_BACKTRACE":
                        "enable=yes,symbolicate=off,threads=all,registers=all,color=no"
                ])
            try wait(until: "a product is created") {
                guard child.isRunning else { throw JourneyError("it ended before") }
                return try journey.control.requests().count("createProduct") >= 1
            }
            let listed = ProcessList.commandLines(of: child.pid)
            #expect(listed.first?.contains("MCA0032") == true, "\(listed)")
            for secret in journey.credentials {
                #expect(!listed.contains { $0.contains(secret) }, "\(secret) in \(listed)")
            }
            // A signal from outside goes by when it has been told of.
            child.send(signal)
            try wait(until: "it tells of its crash") {
                try child.said().contains("Backtrace took")
            }
            child.send(SIGKILL)
            let outcome = try child.finish()
            #expect(outcome.wasKilled)
            #expect(outcome.errors.contains("Program crashed"))
            try journey.expectNoSecrets(in: [outcome], tokensMin: 2)
        }
    }

    @Test func `of a server that is not there, or with a name in its address, is not shown`() throws
    {
        try Journey.begin { journey in
            let outcomes = try [
                "http://127.0.0.1:1", "http://somebody:marked-in-address@127.0.0.1:1",
            ].map { url in
                try journey.run("doctor", variables: ["PLYTIX_PIM_BASE_URL": url])
            }
            #expect(outcomes.allSatisfy { $0.status != 0 })
            try journey.expectNoSecrets(in: outcomes, more: ["marked-in-address"])
        }
    }
}

extension Journey {
    /// Looks for every credential, and every token that a server gave or got, in what was printed
    /// and in all files of the user's folder.
    ///
    /// - `tokensMin`: how many tokens there must have been, for the search to mean something.
    fileprivate func expectNoSecrets(
        in outcomes: [Child.Outcome], more: [String] = [], tokensMin: Int = 0
    ) throws {
        let tokens = try tokens()
        #expect(tokens.count >= tokensMin)
        let secrets = credentials + tokens + more
        for outcome in outcomes {
            for secret in secrets {
                let isShown = outcome.output.contains(secret) || outcome.errors.contains(secret)
                #expect(!isShown, "\(secret) in \(outcome.output) \(outcome.errors)")
            }
        }
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let bytes = FileManager.default.contents(atPath: path(name)) ?? Data()
            for secret in secrets {
                let isThere = bytes.range(of: Data(secret.utf8)) != nil
                #expect(!isThere, "\(secret) in \(name)")
            }
        }
    }

    private func tokens() throws -> [String] {
        var tokens = Set<String>()
        for (request, response) in try RecordedTraffic.exchanges(in: traffic) {
            for field in request.headers
            where ["authorization", "x-amz-access-token"].contains(field.name.canonicalName) {
                tokens.insert(field.value.replacing("Bearer ", with: ""))
            }
            let body = (try? response.json()) ?? .null
            for answer in [body, body["data"][0]] {
                for name in ["access_token", "refresh_token"] {
                    if let token = answer[name].string { tokens.insert(token) }
                }
            }
        }
        return tokens.sorted()
    }
}
