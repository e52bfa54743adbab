import Catalog

import HTTPTypes

@testable import HTTP

extension FuzzTarget {
    /// What stands in headers: Retry-After, dates, rates; and the governor that believes them.
    ///
    /// Lines: Retry-After, Date, rate, limits of a token as `requests/seconds`.
    static let header = FuzzTarget("header", seeds: { bytes(Seeds.headers) }) { bytes in
        let lines = String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let line = { (index: Int) in index < lines.count ? lines[index] : "" }
        let now = Instant(seconds: 1_772_352_000)
        let date = HTTPDate.parse(line(1))
        if let wait = RetryAfter(line(0))?.delay(now: now, serverDate: date),
            !(Duration.zero...RetryAfter.delayMax).contains(wait)
        {
            return "Retry-After gives \(wait)"
        }
        var state = BucketState(name: "fuzzed", settings: GovernorSettings())
        state.expect([.bucket(perSecond: 2, burst: 2)], reserve: 0)
        if let rate = Double(line(2)) { _ = state.learnRate(rate) }
        let wait = RetryAfter(line(0))?.delay(now: now, serverDate: date)
        let opening = refuse(&state, wait, at: now)
        return opening < now ? "a bucket opens before it was asked" : nil
    }

    /// One request that is refused; when the next may leave.
    static func refuse(
        _ state: inout BucketState, _ wait: Duration?, at now: Instant
    ) -> Instant {
        let room = WaitingRoom()
        let ticket = room.newTicket()
        _ = state.enter(ticket)
        _ = state.step(ticket, at: now)
        _ = state.finish(
            ticket, .refused(retryAfter: wait, isWhole: true), at: now, unit: 0.5)
        return state.opening(at: now).0
    }

    /// Answers that a server packed: within the bound, or nothing.
    static let packed = FuzzTarget("packed", seeds: { Seeds.packed }) { bytes in
        let bytesMax = 1 << 20
        let unpacked = Inflation.unpack(bytes, bytesMax: bytesMax)
        return (unpacked?.count ?? 0) > bytesMax ? "more than the bound was unpacked" : nil
    }

    /// The words of the program: ASINs, instants, digests, URLs, text of servers.
    static let words = FuzzTarget("words", seeds: { bytes(Seeds.words) }) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        if let asin = ASIN(text), ASIN(asin.text) != asin { return "an ASIN is not its text" }
        if let key = ItemKey(text), ItemKey(key.description) != key {
            return "an item's key is not its text"
        }
        if let instant = Instant(text), Instant(instant.description) != instant {
            return "an instant is not its text"
        }
        if let digest = Digest(hex: text), Digest(hex: digest.hex) != digest {
            return "a digest is not its text"
        }
        _ = GTIN(found: text)
        _ = Marketplace(text)
        _ = SubjectReference(text: text)
        _ = RequestTarget(text)
        let encoded = PercentEncoding.encode(text)
        guard PercentEncoding.decode(encoded, plusIsBlank: true) == text else {
            return "percent-encoding loses something"
        }
        let excerpt = ServerText.excerpt(text, charactersMax: 40)
        guard excerpt.count <= 40, !excerpt.contains("\u{1B}") else {
            return "an excerpt is long or unfit to be shown"
        }
        _ = ListedPicture(slot: "MAIN", url: text, width: 1, height: 1).url
        return nil
    }
}
