import Catalog
import Events
import JSON

@testable import JournalStore
@testable import Projections

/// What stands in and beside a journal, and what is read into one.
extension FuzzTarget {
    /// Lines of an exported journal, which may come from anywhere.
    static let journalLine = FuzzTarget("journal-line", seeds: { bytes(Seeds.journalLines) }) {
        bytes in
        bytes.withUnsafeBytes { buffer in
            guard let line = try? ExportedLine(buffer, number: 1) else { return }
            _ = try? ExportedIdentity(line)
            _ = try? ExportedHeader(line, kind: "RunStarted", after: 0, time: now)
            if let data = line.data { _ = DraftCheck.fault(ofBody: Array(data)) }
            if let hash = try? line.digest("bodyhash") { _ = try? ExportedBody(line, hash: hash) }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return ExportForm.text(ofAttribute: ExportForm.attribute(text)) == text
            ? nil : "an attribute is not the text that it was made of"
    }

    /// Snapshots with a checksum that is right, so that damage reaches what lies behind it.
    static let snapshot = FuzzTarget("snapshot", seeds: { Seeds.snapshots }) { bytes in
        var sum = bytes.withUnsafeBytes { Checksum.of($0) }
        var whole = bytes
        for _ in 0..<8 {
            whole.append(UInt8(truncatingIfNeeded: sum))
            sum >>= 8
        }
        guard let snapshot = try? StateSnapshot(whole, journalID: Seeds.journalID) else {
            return nil
        }
        for item in snapshot.state.catalogue.items.keys {
            _ = snapshot.state.catalogue.items[item]
        }
        // What could not be decoded is left out, and so the bytes may be others.
        _ = snapshot.bytes(journalID: Seeds.journalID)
        return nil
    }

    /// The state that follows from events as `history` reads them.
    static func folded(_ bytes: [UInt8]) -> ProjectedState {
        var state = ProjectedState()
        for (index, event) in bytes.split(separator: 0).prefix(64).enumerated() {
            let kind = EventKinds.all[Int(event[event.startIndex]) % EventKinds.all.count]
            Array(event.dropFirst()).withUnsafeBytes { body in
                let past = PastEvent(
                    sequence: index + 1, time: now, run: RunID(start: now, random: 1),
                    system: .plytix(account: "5c4ed8002f0985001d233274"), kind: PastKind(kind.kind),
                    version: kind.version, cause: index == 0 ? [] : [index], body: body)
                try? state.apply(past)
            }
        }
        return state
    }
}
