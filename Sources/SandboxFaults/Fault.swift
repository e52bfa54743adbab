/// What goes wrong with one request.
package struct Fault: Sendable, Hashable {
    package var kind: Kind
    /// How long the request is on its way: it is carried out only then, whether or not the client
    /// still waits.
    package var delay: Duration
    /// How long the answer is on its way, after the request was carried out.
    package var answerDelay: Duration

    package init(_ kind: Kind, delay: Duration = .zero, answerDelay: Duration = .zero) {
        self.kind = kind
        self.delay = delay
        self.answerDelay = answerDelay
    }

    /// What becomes of the answer.
    package enum Kind: Sendable, Hashable {
        /// It comes as it is; for faults that are only late.
        case none
        /// Another one comes in its place; `isApplied` tells whether the request was carried out.
        case answer(status: Int, body: Body, pause: Pause, isApplied: Bool)
        /// The connection is closed, and the request is not carried out.
        case dropBefore
        /// The request is carried out, and the connection is closed without an answer.
        case dropAfter
        /// The request is carried out, and the connection is closed after so many bytes of the
        /// answer's body.
        case cut(bodyBytes: Int)
        /// The request is carried out, and the answer's body ends in the middle of its JSON.
        case brokenJSON
        /// The request arrives and is carried out twice; the first answer comes.
        case twice
    }

    /// The body of an answer in another one's place.
    package enum Body: String, Sendable, Hashable, CaseIterable {
        /// The JSON of the system's own errors.
        case json
        /// A page, as gateways send it.
        case html
        case empty
    }

    /// What the answer says about when to come again.
    package enum Pause: Sendable, Hashable {
        case absent
        /// The header's text as it is: `30`, `0.5`, `1089.492s`.
        case text(String)
        /// An HTTP date so long after the answer.
        case date(after: Duration)
    }
}
