import Catalog
import Foundation
import HTTP
import NetworkTransport
import Settings
import Sync
import Synchronization
import JournalStore

/// Runs an order for real: on the network, by the system's clock, until it ends or is told to stop.
enum Launch {
    static func surroundings(
        transport: any Transport, narrator: any Narrator
    ) -> Surroundings {
        Surroundings(
            transport: transport, resolve: SystemNames.resolve, clock: SystemClock(),
            generator: SystemRandomNumberGenerator(),
            narrator: narrator, version: Plysync.version,
            process: (
                Int(ProcessInfo.processInfo.processIdentifier), ProcessInfo.processInfo.hostName
            ), snapshots: .ofCommand())
    }

    /// Opens the journal, runs the order and closes everything, whatever happens.
    ///
    /// SIGINT and SIGTERM let what is under way come to its end and be recorded; a second one ends
    /// the process at once, which loses nothing either.
    static func run(
        _ order: RunOrder, _ configuration: Configuration, narrator: any Narrator,
        afterwards: @escaping @Sendable (RunReport, Engine) async throws -> Void
    ) async throws {
        let transport = NetworkTransport()
        // Off the main actor: hops through it cost more than the work.
        let task = Task.detached { () -> Result<Void, any Error> in
            do throws(RunStop) {
                let engine = try Engine.open(
                    configuration, surroundings(transport: transport, narrator: narrator))
                defer { engine.journal.close() }
                let report = try await Workflow(engine: engine, order: order).run()
                return await catching { try await afterwards(report, engine) }
            } catch {
                return .failure(CommandFailure(error))
            }
        }
        let signals = StopSignals { task.cancel() }
        let result = await task.value
        signals.stop()
        await transport.shutdown()
        try result.get()
    }

    private static func catching(
        _ body: () async throws -> Void
    ) async -> Result<Void, any Error> {
        do {
            return .success(try await body())
        } catch {
            return .failure(error)
        }
    }
}

/// SIGINT and SIGTERM as a wish to stop.
private final class StopSignals: Sendable {
    private let sources: Mutex<[any DispatchSourceSignal]>

    init(_ onStop: @escaping @Sendable () -> Void) {
        let received = SignalCount()
        sources = Mutex(
            [SIGINT, SIGTERM].map { number in
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler {
                    guard received.isFirst() else { _exit(130) }
                    Console.note(
                        "Stopping: what is under way is finished and recorded. Once more ends at once."
                    )
                    onStop()
                }
                source.resume()
                return source
            })
    }

    func stop() {
        sources.withLock { sources in
            for source in sources { source.cancel() }
            sources = []
        }
    }
}

private final class SignalCount: Sendable {
    private let count = Mutex(0)

    /// Counts one, and tells whether it is the first.
    func isFirst() -> Bool {
        count.withLock { count in
            count += 1
            return count == 1
        }
    }
}
