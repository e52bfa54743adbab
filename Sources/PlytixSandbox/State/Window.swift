import Catalog

/// A fixed window of one rate limit (`plytix-api.md`, section 3).
struct Window: Sendable, Equatable {
    let requestsMax: Int
    let length: Duration
    private(set) var end: Instant?
    private(set) var count = 0

    init(requestsMax: Int, length: Duration) {
        self.requestsMax = requestsMax
        self.length = length
    }

    /// Begins a new window when the last one is over: at a multiple of its length when it is
    /// aligned, else now.
    mutating func roll(at now: Instant, isAligned: Bool) {
        if let end, now < end { return }
        count = 0
        let micros = length.wholeMicroseconds
        let late = isAligned ? now.microseconds.positiveModulo(micros) : 0
        end = Instant(microseconds: now.microseconds - late + micros)
    }

    var isFull: Bool { count >= requestsMax }

    mutating func add() { count += 1 }

    /// How long the window still refuses; the first refusal divides what is left of it by `speed`.
    mutating func refuse(at now: Instant, speed: Double) -> Duration {
        guard let end else { return .zero }
        // The count marks that the rest was divided already: later refusals change nothing.
        if count == requestsMax, speed != 1 {
            let left = Double((end - now).wholeMicroseconds) / speed
            self.end = Instant(microseconds: now.microseconds + Int(left.rounded(.up)))
            count += 1
        }
        return (self.end ?? end) - now
    }
}

extension Int {
    fileprivate func positiveModulo(_ divisor: Int) -> Int {
        let rest = self % divisor
        return rest < 0 ? rest + divisor : rest
    }
}
