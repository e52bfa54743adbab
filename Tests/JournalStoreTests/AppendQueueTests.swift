// Who leads and who waits.

import Catalog
@testable import JournalStore
import Testing

@Suite struct `The queue of appends` {
    private func request(events: Int = 1) throws -> AppendRequest {
        try AppendRequest(
            Array(repeating: draft(), count: events), run: run, blobs: [], expecting: [:],
            secrets: SecretFilter())
    }

    /// Lets so many callers wait, and gives back what they were told.
    private func waiting(
        _ requests: [AppendRequest], _ use: (inout AppendQueue) -> Void
    ) async -> [AppendQueue.Turn] {
        var queue = AppendQueue()
        let isFirst = queue.lead()
        #expect(isFirst)
        var turns: [AppendQueue.Turn] = []
        // Continuations only come from suspended tasks, so each caller is one.
        await withTaskGroup(of: AppendQueue.Turn.self) { group in
            let (callers, arrived) = AsyncStream<AppendQueue.Waiting>.makeStream()
            for request in requests {
                group.addTask {
                    await withCheckedContinuation {
                        arrived.yield(.init(request: request, continuation: $0))
                    }
                }
            }
            var iterator = callers.makeAsyncIterator()
            for _ in requests {
                guard let caller = await iterator.next() else { break }
                let leads = queue.wait(caller)
                #expect(!leads)
            }
            use(&queue)
            for await turn in group { turns.append(turn) }
        }
        return turns
    }

    @Test func `leads one at a time`() {
        var queue = AppendQueue()
        let leads = [queue.lead(), queue.lead(), queue.lead()]
        #expect(leads == [true, false, false])
        let taken = queue.take()
        #expect(taken.isEmpty)
        let next = queue.finish()
        #expect(next == nil)
        let leadsAgain = queue.lead()
        #expect(leadsAgain)
    }

    @Test func `takes all who wait, and expects them again`() async throws {
        let turns = await waiting(try (0..<5).map { _ in try request() }) { queue in
            #expect(!queue.expectsMore)
            let taken = queue.take()
            #expect(taken.count == 5)
            #expect(queue.expectsMore)
            for caller in taken { caller.continuation.resume(returning: .done(.failure(.closed))) }
            let next = queue.finish()
            #expect(next == nil)
        }
        #expect(turns.count == 5)
    }

    @Test func `takes no more events than fit, and leaves the lead to the next`() async throws {
        let large = try request(events: AppendQueue.eventsMax)
        let turns = await waiting([large, large, large]) { queue in
            let first = queue.take()
            #expect(first.count == 1)
            first[0].continuation.resume(returning: .done(.failure(.closed)))
            let next = queue.finish()
            #expect(next != nil)
            next?.continuation.resume(returning: .lead)
            let isFree = queue.lead()
            #expect(!isFree)
            for caller in queue.take() {
                caller.continuation.resume(returning: .done(.failure(.closed)))
            }
            let last = queue.finish()
            #expect(last == nil)
        }
        let leads = turns.filter { if case .lead = $0 { true } else { false } }
        #expect(leads.count == 1)
    }
}
