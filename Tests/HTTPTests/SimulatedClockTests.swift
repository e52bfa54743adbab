import Catalog
import HTTP
import Testing

@Suite struct `The clock of the tests` {
    @Test func `wakes sleepers in the order of their instants`() throws {
        let woken = try simulate { clock in
            let woken = Recorded<Int>()
            await withTaskGroup(of: Void.self) { group in
                for seconds in [3, 1, 2] {
                    group.addTask {
                        try? await clock.sleep(for: .seconds(seconds))
                        woken.add(seconds)
                    }
                }
            }
            return woken.elements
        }
        #expect(woken == [1, 2, 3])
    }

    @Test func `passes exactly the time that was slept`() throws {
        let passed = try simulate { clock in
            let start = clock.now
            try await clock.sleep(for: .seconds(3600))
            try await clock.sleep(until: start)
            return clock.now - start
        }
        #expect(passed == .seconds(3600))
    }

    @Test func `a cancelled sleep ends at once and says so`() throws {
        let (passed, isCancelled) = try simulate { clock in
            let start = clock.now
            let isCancelled = await withTaskGroup(of: Bool.self) { group in
                group.addTask {
                    do {
                        try await clock.sleep(for: .seconds(3600))
                        return false
                    } catch {
                        return true
                    }
                }
                try? await clock.sleep(for: .seconds(1))
                group.cancelAll()
                return await group.next() ?? false
            }
            return (clock.now - start, isCancelled)
        }
        #expect(passed == .seconds(1))
        #expect(isCancelled)
    }

    @Test func `a wait that nobody ends is found`() {
        #expect(throws: Deadlock.self) {
            try simulate { _ in
                let room = WaitingRoom()
                await room.wait(room.newTicket())
            }
        }
    }

    @Test func `the same seed gives the same history`() throws {
        func run() throws -> [Int] {
            try simulate { clock in
                let jitter = Jitter(SeededGenerator(7))
                let order = Recorded<Int>()
                await withTaskGroup(of: Void.self) { group in
                    for number in 0..<50 {
                        group.addTask {
                            try? await clock.sleep(for: .milliseconds(Int(jitter.unit() * 100)))
                            order.add(number)
                        }
                    }
                }
                return order.elements
            }
        }
        #expect(try run() == run())
    }
}
