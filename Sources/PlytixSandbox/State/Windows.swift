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

    /// How long a request is refused: by the windows that are full, and to the end of the last.
    struct Refusal: Sendable, Equatable {
        let wait: Duration
        let longest: Duration
    }

    /// Counts a request in every window, or tells how long the fullest one refuses.
    ///
    /// A refused request is counted nowhere, or with `countsRefused` in those windows that have
    /// room.
    mutating func refusal(at now: Instant, isAligned: Bool, countsRefused: Bool) -> Refusal? {
        for index in windows.indices { windows[index].roll(at: now, isAligned: isAligned) }
        let full = windows.indices.filter { windows[$0].isFull }
        guard !full.isEmpty else {
            for index in windows.indices { windows[index].add() }
            return nil
        }
        if countsRefused {
            for index in windows.indices where !windows[index].isFull { windows[index].add() }
        }
        let wait = full.map { windows[$0].refuse(at: now, speed: speed) }.max() ?? .zero
        let longest = windows.compactMap(\.end).map { $0 - now }.max() ?? wait
        return Refusal(wait: wait, longest: max(wait, longest))
    }
}
