package import JSON

/// Why a sandbox does not start, or cannot keep its state.
package enum SandboxError: Error, Sendable, Equatable {
    case unknownQuirks([String], known: [String])
    case badSpeed(Double)
    case badCount(Int)
    case badCatalogue(JSONError)
    case badFaultPlan(JSONError)
    case badExamples(JSONError)
    case badState(path: String, reason: String)
    case cannotListen(port: Int, reason: String)
    case cannotRead(path: String, reason: String)
    case cannotWrite(path: String, reason: String)
}

extension SandboxError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownQuirks(let names, _):
            "the sandbox knows no quirk called \(names.joined(separator: ", "))"
        case .badSpeed(let speed): "the sandbox cannot be \(speed) times as fast"
        case .badCount(let count): "a catalogue of \(count) ASINs cannot be made"
        case .badCatalogue(let error): "the catalogue cannot be used: \(error)"
        case .badFaultPlan(let error): "the fault plan cannot be used: \(error)"
        case .badExamples(let error): "the examples cannot be used: \(error)"
        case .badState(let path, let reason): "the state in \(path) cannot be used: \(reason)"
        case .cannotListen(let port, let reason):
            "the sandbox cannot listen on port \(port) of 127.0.0.1: \(reason)"
        case .cannotRead(let path, let reason): "cannot read \(path): \(reason)"
        case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
        }
    }

    /// What to do about it.
    package var hint: String {
        switch self {
        case .unknownQuirks(_, let known): "These are known: \(known.joined(separator: ", "))."
        case .badSpeed: "Give a number above 0 and up to 1000000, such as 100."
        case .badCount: "Give a number from 1 to 1000000."
        case .badCatalogue:
            "The form is the one that GET /control/catalog of a running sandbox answers with."
        case .badFaultPlan:
            "An example: {\"faults\": [{\"match\": {\"system\": \"plytix\", \"nth\": 3}, "
                + "\"fault\": {\"status\": 503}}]}."
        case .badExamples:
            "Give Amazon's model of the Catalog Items API, or an item as that API answers it."
        case .badState: "Give the file of another sandbox, or a name that does not exist yet."
        case .cannotListen: "Leave the port out to get a free one."
        case .cannotRead, .cannotWrite: "Look at the path and its permissions."
        }
    }
}
