internal import Catalog
package import HTTP
internal import Hummingbird
internal import HummingbirdCore
package import Logging
internal import NIOCore
internal import ServiceLifecycle
internal import UnixSignals

/// The HTTP shell around the sandbox: one server on one port of 127.0.0.1, which no other machine
/// reaches.
package enum LoopbackServer {
    /// Serves a sandbox until its task is cancelled or, with `stopsOnSignals`, until SIGINT or
    /// SIGTERM, after which requests in flight have three seconds.
    ///
    /// `accountSeed` is a number that differs from start to start, so that the accounts do; one in
    /// a state file goes before it. `onReady` is called once, when requests are answered, after
    /// the ready file was written; the sandbox's `readyLine` is what to print. Throws
    /// `SandboxError`, before anything listens where that is possible, and what `onReady` throws.
    package static func run(
        _ options: Sandbox.Options, clock: some WallClock, accountSeed: UInt64,
        stopsOnSignals: Bool = false, logger: Logger = silent,
        onReady: @escaping @Sendable (Sandbox) async throws -> Void
    ) async throws {
        let opening = try Opening(options, accountSeed: accountSeed)
        if let path = options.readyFile { ReadyFile.remove(path) }
        // A failure of ours after the start comes here, and ends the server.
        let (starts, startsEnd) = AsyncThrowingStream.makeStream(of: Sandbox.self)
        if let path = options.trafficFile {
            try TrafficFile(path).watch { startsEnd.finish(throwing: $0) }
        }
        let desk = ReceptionDesk(clock: clock)
        let application = application(options, desk, logger) { port in
            do {
                let sandbox = try opening.sandbox(port: port) { startsEnd.finish(throwing: $0) }
                desk.open(sandbox)
                startsEnd.yield(sandbox)
            } catch {
                startsEnd.finish(throwing: error)
            }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await serve(application, options, onSignals: stopsOnSignals, logger)
            }
            group.addTask {
                for try await sandbox in starts {
                    if let path = options.readyFile {
                        try ReadyFile.write(sandbox.readyLine, to: path)
                    }
                    try await onReady(sandbox)
                }
            }
            // The server's end, or a failure.
            try await group.next()
            group.cancelAll()
        }
    }

    /// A logger that says nothing, since a person at the terminal waits for one line only.
    package static var silent: Logger {
        Logger(label: "plysync.sandbox") { _ in SwiftLogNoOpLogHandler() }
    }

    private static func application(
        _ options: Sandbox.Options, _ desk: ReceptionDesk, _ logger: Logger,
        onListening: @escaping @Sendable (Int) -> Void
    ) -> some ApplicationProtocol {
        // Not Hummingbird's own way from responder to connection: it puts a date of its own into
        // each answer, and cannot close a connection instead of answering.
        let builder = HTTPServerBuilder { _ in
            HTTP1Channel { request, writer, _ in
                try await desk.serve(request, writer)
            }
        }
        return Application(
            router: Router(), server: builder,
            configuration: ApplicationConfiguration(
                address: .hostname("127.0.0.1", port: options.port)),
            onServerRunning: { channel in
                onListening(channel.localAddress?.port ?? options.port)
            },
            logger: logger)
    }

    private static func serve(
        _ application: some ApplicationProtocol, _ options: Sandbox.Options, onSignals: Bool,
        _ logger: Logger
    ) async throws {
        var configuration = ServiceGroupConfiguration(
            services: [application], gracefulShutdownSignals: onSignals ? [.sigint, .sigterm] : [],
            logger: logger)
        // A request that was half sent, or that a fault plan delays, must not hold up the stop.
        configuration.maximumGracefulShutdownDuration = .seconds(3)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch let error as IOError {
            throw SandboxError.cannotListen(
                port: options.port, reason: SystemFile.reason(error.errnoCode))
        } catch is CancellationError {
            // The way in which a caller stops it.
        }
    }
}
