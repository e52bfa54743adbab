internal import HTTPTypes

/// Which requests a rule is about; what is nil does not matter.
package struct FaultMatch: Sendable, Hashable {
    package var system: String?
    package var operation: String?
    /// `GET` or `POST`, say.
    package var method: String?
    /// Text that stands in the path or the query.
    package var path: String?
    /// Text that stands in the body: a SKU, to hit one product's requests only.
    package var body: String?
    package var occasion: Occasion

    package init(
        system: String? = nil, operation: String? = nil, method: String? = nil,
        path: String? = nil, body: String? = nil, occasion: Occasion = .always
    ) {
        self.system = system
        self.operation = operation
        self.method = method
        self.path = path
        self.body = body
        self.occasion = occasion
    }

    /// Which of the requests that a rule is about it hits.
    package enum Occasion: Sendable, Hashable {
        case always
        /// These ones, counted from 1.
        case nth([Int])
        /// Each so-manieth one.
        case every(Int)
        /// Each one with this probability, from 0 to 1.
        case probability(Double)
    }

    /// Whether the rule is about a request.
    package func covers(_ subject: FaultSubject) -> Bool {
        if let system, system != subject.system { return false }
        if let operation, operation != subject.operation { return false }
        if let method, method != subject.method.rawValue { return false }
        if let path, !subject.path.contains(path) { return false }
        // Last, since bodies are long.
        if let body, !String(decoding: subject.body, as: UTF8.self).contains(body) { return false }
        return true
    }
}

extension FaultMatch.Occasion {
    /// Whether the rule hits the request with this number, counted from 1; `chance` is a number
    /// from 0 up to 1 that belongs to this request.
    func includes(_ number: Int, chance: Double) -> Bool {
        switch self {
        case .always: true
        case .nth(let numbers): numbers.contains(number)
        case .every(let step): number.isMultiple(of: step)
        case .probability(let probability): chance < probability
        }
    }
}
