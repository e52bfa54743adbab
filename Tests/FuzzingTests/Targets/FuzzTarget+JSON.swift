import Events
import JSON
import Projections
import SandboxWorld

extension FuzzTarget {
    /// The reader itself: as a tree, by skipping, and the way back.
    static let json = FuzzTarget("json", seeds: { bytes(Seeds.json) }) { bytes in
        let skipped: Void? = try? JSONReader.read(bytes) { reader throws(JSONError) in
            try reader.skip()
        }
        guard let value = try? JSONValue(parsing: bytes) else {
            return skipped == nil ? nil : "what is skipped cannot be read"
        }
        guard skipped != nil else { return "what is read cannot be skipped" }
        guard let again = try? JSONValue(parsing: value.bytes), again == value else {
            return "what is written is not what was read"
        }
        guard again.hashValue == value.hashValue else { return "equal values differ in hash" }
        return value.canonical.canonical == value.canonical ? nil : "canonical changes twice"
    }

    /// Bodies of events: the first byte chooses the kind, the second the version.
    static let event = FuzzTarget("event", seeds: { Seeds.events }) { bytes in
        guard bytes.count >= 2 else { return nil }
        let kind = EventKinds.all[Int(bytes[0]) % EventKinds.all.count]
        return examine(kind, version: 1 + Int(bytes[1]) % 3, Array(bytes.dropFirst(2)))
    }

    private static func examine<E: Event>(
        _ type: E.Type, version: Int, _ body: [UInt8]
    ) -> String? {
        guard let event = try? EventDecoding.decode(type, version: version, body: body) else {
            return nil
        }
        let written = event.body
        guard let again = try? EventDecoding.decode(type, version: E.version, body: written) else {
            return "\(E.kind) cannot read what it wrote"
        }
        guard again.body == written else { return "\(E.kind) writes one event in two ways" }
        return event.subjects.isEmpty && again != event ? "\(E.kind) changes on its way" : nil
    }

    /// A whole journal: events parted by zero bytes, each its kind's number and its body, folded into
    /// the state that follows from them.
    static let history = FuzzTarget("history", seeds: { Seeds.histories }) { bytes in
        let count = bytes.split(separator: 0).prefix(64).count
        return folded(bytes).position == count ? nil : "an event was not counted"
    }

    /// Catalogues of the sandbox.
    static let world = FuzzTarget("world", seeds: { [World.bundled.json.bytes] }) { bytes in
        guard let json = try? JSONValue(parsing: bytes), let world = try? World(json: json) else {
            return nil
        }
        return (try? World(json: world.json))?.json == world.json
            ? nil : "a world is not what it wrote"
    }
}
