import Catalog
import HTTP
import HTTPTypes
import JSON
import Testing

@Suite struct `The policies` {
    @Test func `name the program on each request`() throws {
        let request = try simulate { clock in
            let transport = ScriptedTransport([.success(Response(200))])
            _ = try await session(transport, clock).stack(authorisation: nil).send(.read)
            return transport.requests[0]
        }
        #expect(request.headers[.userAgent] == "plysync/test")
        #expect(request.timeout == .seconds(30))
    }

    @Test func `count by system, operation, status and kind`() throws {
        let counter = RequestCounter()
        try simulate { clock in
            let transport = ScriptedTransport([
                .success(Response(200)), .success(Response(201)), .failure(unreachable),
                .failure(lost), .success(Response(409)),
            ])
            let stack = session(transport, clock, counter: counter).stack(authorisation: nil)
            _ = try await stack.send(.read)
            for _ in 0..<4 { _ = try? await stack.send(.write) }
        }
        let counts = counter.counts.map { "\($0.key.operation) \($0.key.status ?? 0) \($0.count)" }
        #expect(counts == ["create 0 1", "create 201 1", "create 409 1", "search 200 1"])
        #expect(counter.requests(to: "plytix") == 4)
        #expect(counter.writes(to: "plytix") == 3)
        #expect(counter.requests(to: "amazon") == 0)
    }

    @Test func `stop when the run's requests are used up`() throws {
        let (sent, error) = try simulate { clock in
            let transport = ScriptedTransport([.success(Response(200))])
            let stack = session(transport, clock, budget: RequestBudget(requestsMax: 3))
                .stack(authorisation: nil)
            for _ in 0..<3 { _ = try await stack.send(.read) }
            do throws(APIError) {
                _ = try await stack.send(.read)
                return (transport.requests.count, APIError?.none)
            } catch {
                return (transport.requests.count, error)
            }
        }
        #expect(sent == 3)
        #expect(error == .budgetUsedUp(requestsMax: 3))
        #expect(error?.recovery.hint != nil)
    }

    @Test func `a redirect is an answer like any other`() throws {
        let (status, sent) = try simulate { clock in
            let transport = ScriptedTransport([
                .success(Response(302, headers: [.location: "https://elsewhere.test/"]))
            ])
            let status = try await session(transport, clock).stack(authorisation: nil).send(.read)
                .status
            return (status, transport.requests.count)
        }
        #expect(status == 302)
        #expect(sent == 1)
    }
}

@Suite struct `One at a time` {
    @Test func `tasks of one key pass in order, others meanwhile`() throws {
        let events = try simulate { clock in
            let gate = SerialGate<String>()
            let events = Recorded<String>()
            await withTaskGroup(of: Void.self) { group in
                for (key, number) in [("a", 1), ("a", 2), ("b", 1), ("a", 3)] {
                    group.addTask {
                        try? await gate.pass(key) { () async throws(APIError) in
                            events.add("\(key)\(number) in")
                            try? await clock.sleep(for: .seconds(1))
                            events.add("\(key)\(number) out")
                        }
                    }
                }
            }
            return events.elements
        }
        #expect(
            events == [
                "a1 in", "b1 in", "a1 out", "b1 out", "a2 in", "a2 out", "a3 in", "a3 out",
            ])
    }

    @Test func `one that is cancelled while it waits does not stop the others`() throws {
        let passed = try simulate { clock in
            let gate = SerialGate<String>()
            let passed = Recorded<Int>()
            let tasks = (1...3).map { number in
                Task(executorPreference: clock.executor) {
                    try? await gate.pass("a") { () async throws(APIError) in
                        try? await clock.sleep(for: .seconds(1))
                        passed.add(number)
                    }
                }
            }
            try await clock.sleep(for: .milliseconds(1))
            tasks[1].cancel()
            for task in tasks { await task.value }
            return passed.elements
        }
        #expect(passed == [1, 3])
    }
}

@Suite struct `Transports in this process` {
    @Test func `hand a request to the server of its host, at the time it arrives`() throws {
        let (body, passed) = try simulate { clock in
            let transport = InProcessTransport(
                routes: [
                    "127.0.0.1:80": { request, time in
                        Response(200, json: ["path": .string(RequestTarget(request.url).path)])
                    }
                ], clock: clock, latency: .milliseconds(100))
            let recording = RecordingTransport(transport)
            let start = clock.now
            let response = try await recording.send(Request(.get, "http://127.0.0.1:80/x?y=1"))
            _ = try? await recording.send(Request(.get, "http://other/"))
            #expect(recording.exchanges.count == 2)
            #expect(recording.exchanges[0].result == .success(response))
            return (String(decoding: response.body, as: UTF8.self), clock.now - start)
        }
        #expect(body == #"{"path":"/x"}"#)
        #expect(passed == .milliseconds(200))
    }

    @Test func `know no other host`() throws {
        let error = try simulate { clock in
            do throws(TransportError) {
                _ = try await InProcessTransport(routes: [:], clock: clock)
                    .send(Request(.get, "http://nowhere.test/"))
                return TransportError?.none
            } catch {
                return error
            }
        }
        #expect(error?.mayHaveBeenApplied == false)
    }
}

@Suite struct `Texts of servers` {
    @Test(arguments: [
        ("plain", "plain"), ("two\nlines\u{1B}[31m", "two lines [31m"),
        ("a\u{202E}b\u{200B}c", "a b c"), ("  blanks   run \t together ", "blanks run together"),
        ("token Atza|" + String(repeating: "x", count: 100) + " end", "token Atza|xxx… end"),
    ])
    func `are made fit to be shown`(text: String, expected: String) {
        #expect(ServerText.excerpt(text) == expected)
    }

    @Test func `are cut`() {
        let text = Array(repeating: "word", count: 100).joined(separator: " ")
        #expect(ServerText.excerpt(text, charactersMax: 20) == "word word word word…")
    }
}
