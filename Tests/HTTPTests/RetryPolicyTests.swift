import Catalog
import HTTP
import HTTPTypes
import Testing

@Suite struct `Repeating requests` {
    private static func run(
        _ steps: [ScriptedTransport.Step], _ call: Call = .read
    ) throws -> (result: Result<Response, APIError>, sent: Int, passed: Duration) {
        try simulate { clock in
            let transport = ScriptedTransport(steps)
            let stack = session(transport, clock).stack(authorisation: nil)
            let start = clock.now
            let result: Result<Response, APIError>
            do throws(APIError) {
                result = .success(try await stack.send(call))
            } catch {
                result = .failure(error)
            }
            return (result, transport.requests.count, clock.now - start)
        }
    }

    @Test func `a read gets over two lost answers and a failing server`() throws {
        let (result, sent, passed) = try Self.run([
            .failure(lost), .failure(unreachable), .success(Response(503)),
            .success(Response(200)),
        ])
        #expect(try result.get().status == 200)
        #expect(sent == 4)
        #expect(passed > .zero && passed < .seconds(4))
    }

    @Test func `a read that stays lost is lost after five attempts`() throws {
        let (result, sent, _) = try Self.run([.failure(lost)])
        #expect(result == .failure(.noAnswer(lost, operation: "search")))
        #expect(sent == 5)
    }

    @Test(arguments: [
        ScriptedTransport.Step.failure(lost), .failure(unreachable), .success(Response(503)),
        .success(Response(429, headers: [.retryAfter: "5"])),
    ])
    func `a write is sent once, whatever comes`(step: ScriptedTransport.Step) throws {
        let (_, sent, passed) = try Self.run([step], .write)
        #expect(sent == 1)
        #expect(passed == .zero)
    }

    @Test func `a read that was refused for the quota comes back after exactly the wait`() throws {
        let (result, sent, passed) = try Self.run([
            .success(Response(429, headers: [.retryAfter: "2400"])), .success(Response(200)),
        ])
        #expect(try result.get().status == 200)
        #expect(sent == 2)
        #expect(passed == .seconds(2400))
    }

    @Test func `what is sent after a refused write waits as long as it said`() throws {
        let passed = try simulate { clock in
            let transport = ScriptedTransport([
                .success(Response(429, headers: [.retryAfter: "0.5"])), .success(Response(201)),
            ])
            let stack = session(transport, clock).stack(authorisation: nil)
            let start = clock.now
            _ = try await stack.send(.write)
            _ = try await stack.send(.write)
            return clock.now - start
        }
        #expect(passed == .milliseconds(500))
    }

    @Test func `a success that is cut is no answer`() throws {
        let cut = Response(200, headers: [.contentType: "application/json"], body: [0x7B])
        let (result, sent, _) = try Self.run([.success(cut), .success(Response(200))])
        #expect(try result.get().body == [])
        #expect(sent == 2)
        let (writing, _, _) = try Self.run([.success(cut)], .write)
        guard case .failure(let error) = writing else {
            Issue.record("a cut answer passed")
            return
        }
        #expect(error.mayHaveBeenApplied)
    }

    @Test func `when the budget of repetitions is spent, failures pass at once`() throws {
        let sent = try simulate { clock in
            let transport = ScriptedTransport([.failure(lost)])
            let stack = session(transport, clock).stack(authorisation: nil)
            for _ in 0..<20 { _ = try? await stack.send(.read) }
            return transport.requests.count
        }
        // 20 requests and 50 repetitions of them.
        #expect(sent == 70)
    }

    @Test func `a task that is cancelled while it waits says that nothing was sent`() throws {
        let error = try simulate { clock in
            let stack = session(ScriptedTransport([.failure(lost)]), clock)
                .stack(authorisation: nil)
            return await withTaskGroup(of: APIError?.self) { group in
                group.addTask {
                    do throws(APIError) {
                        _ = try await stack.send(.read)
                        return nil
                    } catch {
                        return error
                    }
                }
                try? await clock.sleep(for: .microseconds(1))
                group.cancelAll()
                return await group.next() ?? nil
            }
        }
        #expect(error?.isCancellation == true)
        #expect(error?.mayHaveBeenApplied == false)
    }
}
