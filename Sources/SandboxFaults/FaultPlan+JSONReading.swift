internal import HTTPTypes
package import JSON

// Fault plans are written by people: whatever is wrong in one is named with its place.

extension FaultPlan {
    /// Reads a plan; throws the first thing that is wrong with its place, `faults[2].match.nth`.
    ///
    /// ```json
    /// {"seed": 7, "faults": [
    ///   {"match": {"system": "plytix", "operation": "createProduct", "nth": 3},
    ///    "fault": {"status": 503, "body": "html"}},
    ///   {"match": {"probability": 0.01}, "fault": {"drop": "after"}, "times": 5}]}
    /// ```
    package init(json: JSONValue) throws(JSONError) {
        let members = try PlanMembers(json, at: "", keys: ["seed", "faults"])
        let seed = try members.integer("seed", in: 0...Int.max) ?? 0
        self.init(
            seed: UInt64(seed),
            rules: try members.list("faults") { value, place throws(JSONError) in
                try FaultRule(json: value, at: place)
            })
    }
}

extension FaultRule {
    init(json: JSONValue, at place: String) throws(JSONError) {
        let members = try PlanMembers(json, at: place, keys: ["match", "fault", "times"])
        guard let fault = members["fault"] else { throw members.missing("fault") }
        self.init(
            try FaultMatch(json: members["match"] ?? [:], at: members.name("match")),
            try Fault(json: fault, at: members.name("fault")),
            timesMax: try members.integer("times", in: 1...Int.max))
    }
}

extension FaultMatch {
    init(json: JSONValue, at place: String) throws(JSONError) {
        let members = try PlanMembers(
            json, at: place,
            keys: [
                "system", "operation", "method", "path", "body", "nth", "every", "probability",
            ])
        try members.allowOne(of: ["nth", "every", "probability"])
        let system = try members.word("system", of: SandboxSystem.faultable.map(\.rawValue))
        self.init(
            system: system, operation: try members.text("operation"),
            method: try members.text("method")?.uppercased(), path: try members.text("path"),
            body: try members.text("body"), occasion: try Occasion(members))
    }
}

extension FaultMatch.Occasion {
    fileprivate init(_ members: PlanMembers) throws(JSONError) {
        if members["nth"]?.array != nil {
            self = .nth(
                try members.list("nth") { value, place throws(JSONError) in
                    guard case .number(let number) = value, let nth = number.int, nth > 0 else {
                        throw .invalid(key: place, reason: "must be an integer from 1")
                    }
                    return nth
                })
        } else if let nth = try members.integer("nth", in: 1...Int.max) {
            self = .nth([nth])
        } else if let step = try members.integer("every", in: 1...Int.max) {
            self = .every(step)
        } else if let probability = try members.decimal("probability", max: 1) {
            self = .probability(probability)
        } else {
            self = .always
        }
    }
}

extension Fault {
    init(json: JSONValue, at place: String) throws(JSONError) {
        let members = try PlanMembers(
            json, at: place,
            keys: [
                "status", "body", "retry_after", "applied", "drop", "cut", "broken_json", "delay",
                "answer_delay", "twice",
            ])
        try members.allowOne(of: ["status", "drop", "cut", "broken_json", "twice"])
        // An hour is longer than any client waits.
        self.init(
            try Kind(members),
            delay: .seconds(try members.decimal("delay", max: 3_600) ?? 0),
            answerDelay: .seconds(try members.decimal("answer_delay", max: 3_600) ?? 0))
        guard kind != .none || delay > .zero || answerDelay > .zero else {
            throw .invalid(
                key: place,
                reason: "must have status, drop, cut, broken_json, twice, delay or answer_delay")
        }
    }
}

extension Fault.Kind {
    fileprivate init(_ members: PlanMembers) throws(JSONError) {
        if let status = try members.integer("status", in: 200...599) {
            let body = try members.word("body", of: Fault.Body.allCases.map(\.rawValue))
            self = .answer(
                status: status, body: body.flatMap(Fault.Body.init) ?? .json,
                pause: try Fault.Pause(members), isApplied: try members.flag("applied") ?? false)
            return
        }
        for key in ["body", "retry_after", "applied"] where members[key] != nil {
            throw .invalid(key: members.name(key), reason: "belongs to a status, and there is none")
        }
        if let drop = try members.word("drop", of: ["before", "after"]) {
            self = drop == "before" ? .dropBefore : .dropAfter
        } else if let bytes = try members.integer("cut", in: 0...Int.max) {
            self = .cut(bodyBytes: bytes)
        } else if try members.flag("twice") == true {
            self = .twice
        } else {
            self = try members.flag("broken_json") == true ? .brokenJSON : .none
        }
    }
}

extension Fault.Pause {
    fileprivate init(_ members: PlanMembers) throws(JSONError) {
        switch members["retry_after"] {
        case nil: self = .absent
        case .number(let number): self = .text(number.text)
        case .string(let text) where HTTPField.isValidValue(text): self = .text(text)
        case .some(let value):
            let date = try PlanMembers(
                value, at: members.name("retry_after"), keys: ["date_after"])
            guard let seconds = try date.decimal("date_after", max: 86_400) else {
                throw date.missing("date_after")
            }
            self = .date(after: .seconds(seconds))
        }
    }
}
