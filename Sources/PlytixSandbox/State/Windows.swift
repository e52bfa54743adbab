import Catalog

/// The windows of an account, of which any can refuse a request.
struct Windows: Sendable, Equatable {
    private var windows: [Window]
    private let speed: Double

    init(_ limits: [AccountConfiguration.Limit], speed: Double) {
        self.speed = speed
        windows = limits.map { limit in
            Window(
                requestsMax: Self.scaled(limit.requests, by: speed),
                length: .seconds(limit.seconds))
        }
    }

    /// A limit as it is announced and enforced at a speed.
    static func scaled(_ requests: Int, by speed: Double) -> Int {
        max(1, Int((Double(requests) * speed).rounded(.down)))
    }

    /// Counts a request in every window, or tells how long the fullest one refuses; a refused
    /// request is counted nowhere.
    mutating func refusal(at now: Instant, isAligned: Bool) -> Duration? {
        for index in windows.indices { windows[index].roll(at: now, isAligned: isAligned) }
        let full = windows.indices.filter { windows[$0].isFull }
        guard full.isEmpty else {
            return full.map { windows[$0].refuse(at: now, speed: speed) }.max()
        }
        for index in windows.indices { windows[index].add() }
        return nil
    }
}
