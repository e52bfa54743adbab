import Catalog
import Events
import Foundation
import JSON
import Projections
import TestSupport

extension History {
    /// The example of every kind in `journal/events/`, twice, so that each meets what it is about.
    static func ofExamples() throws -> History {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "journal/events")
        var history = History()
        for _ in 0..<2 {
            for kind in EventKinds.all {
                let file = folder.appending(path: "\(kind.kind).v\(kind.version).example.json")
                let body = try JSONValue(parsing: Array(Data(contentsOf: file)))
                let isOurs = AccountState.kinds.contains(kind.kind)
                try history.append([
                    RecordDraft(
                        system: isOurs ? .shop : .plysync, kind: kind.kind,
                        version: kind.version, subjects: [], body: body.bytes)
                ])
            }
        }
        return history
    }

    /// A catalogue in the shapes of a real one with its decisions.
    static func ofCatalogue(seed: UInt64) throws -> History {
        var events = RandomEvents(seed: seed)
        var history = History()
        try history.see(RandomCatalogue(styles: 4, &events.random))
        return history
    }
}
