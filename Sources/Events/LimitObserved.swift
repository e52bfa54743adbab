package import Catalog
package import JSON

/// A remote system said or showed how many requests it allows.
///
/// Emitted when claims, a header or a refusal teach other limits than the known ones.
package struct LimitObserved: Event, Hashable, Sendable {
    package static let kind = "LimitObserved"
    package static let version = 1

    /// The limits, and what showed them.
    package var observation: LimitObservation

    package init(observation: LimitObservation) {
        self.observation = observation
    }

    package var subjects: [SubjectReference] { [] }
}

extension LimitObserved {
    package init(from json: inout JSONReader) throws(JSONError) {
        var observation: LimitObservation?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "observation": observation = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            observation: try required(observation, "observation"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("observation", observation)
        }
    }
}
