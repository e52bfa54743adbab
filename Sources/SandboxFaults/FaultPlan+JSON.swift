internal import Catalog
package import JSON

// A fault plan as a JSON document: what `--faults FILE` and `POST /control/faults` read.

extension FaultPlan {
    /// The whole plan; `init(json:)` reads it back as it was.
    package var json: JSONValue {
        ["seed": .number(JSONNumber(text: String(seed))), "faults": .array(rules.map(\.json))]
    }
}

extension FaultRule {
    var json: JSONValue {
        var members = [("match", match.json), ("fault", fault.json)]
        if let timesMax { members.append(("times", JSONValue(timesMax))) }
        return .object(JSONObject(members))
    }
}

extension FaultMatch {
    var json: JSONValue {
        var object = JSONObject()
        object["system"] = system.map { JSONValue($0) }
        object["operation"] = operation.map { JSONValue($0) }
        object["method"] = method.map { JSONValue($0) }
        object["path"] = path.map { JSONValue($0) }
        object["body"] = body.map { JSONValue($0) }
        switch occasion {
        case .always: break
        case .nth(let numbers) where numbers.count == 1: object["nth"] = JSONValue(numbers[0])
        case .nth(let numbers): object["nth"] = .array(numbers.map { JSONValue($0) })
        case .every(let step): object["every"] = JSONValue(step)
        case .probability(let probability): object["probability"] = JSONValue(probability)
        }
        return .object(object)
    }
}

extension Fault {
    var json: JSONValue {
        var object = JSONObject()
        switch kind {
        case .none: break
        case .answer(let status, let body, let pause, let isApplied):
            object["status"] = JSONValue(status)
            object["body"] = JSONValue(body.rawValue)
            object["retry_after"] = pause.json
            object["applied"] = JSONValue(isApplied)
        case .dropBefore: object["drop"] = "before"
        case .dropAfter: object["drop"] = "after"
        case .cut(let bytes): object["cut"] = JSONValue(bytes)
        case .brokenJSON: object["broken_json"] = true
        case .twice: object["twice"] = true
        }
        if delay > .zero { object["delay"] = JSONValue(delay.inSeconds) }
        if answerDelay > .zero { object["answer_delay"] = JSONValue(answerDelay.inSeconds) }
        return .object(object)
    }
}

extension Fault.Pause {
    fileprivate var json: JSONValue? {
        switch self {
        case .absent: nil
        case .text(let text): JSONValue(text)
        case .date(let wait): ["date_after": JSONValue(wait.inSeconds)]
        }
    }
}
