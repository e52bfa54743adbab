package import Catalog
package import JSON

/// What a run is about was settled.
///
/// Emitted once in a run, before its first observation. A run is complete when each expected
/// subject is accounted for, with respect to this scope and no other.
package struct ScopeFixed: Event, Hashable, Sendable {
    package static let kind = "ScopeFixed"
    package static let version = 1

    /// The run whose scope it is.
    package var run: RunID
    /// What is exported, and from which marketplaces.
    package var scope: Scope
    /// The digest by which runs of the same scope find each other's pages.
    package var fingerprint: Digest
    /// The ASINs that must be accounted for; nil when only Amazon's answer tells them.
    package var expected: [ASIN]?

    package init(run: RunID, scope: Scope, fingerprint: Digest, expected: [ASIN]? = nil) {
        self.run = run
        self.scope = scope
        self.fingerprint = fingerprint
        self.expected = expected
    }

    package var subjects: [SubjectReference] { [SubjectReference(.run(run))] }
}

extension ScopeFixed {
    package init(from json: inout JSONReader) throws(JSONError) {
        var run: RunID?
        var scope: Scope?
        var fingerprint: Digest?
        var expected: [ASIN]?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "run": run = try json.read(key)
            case "scope": scope = try json.read(key)
            case "fingerprint": fingerprint = try json.read(key)
            case "expected": expected = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            run: try required(run, "run"), scope: try required(scope, "scope"),
            fingerprint: try required(fingerprint, "fingerprint"), expected: expected)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("run", run)
            json.member("scope", scope)
            json.member("fingerprint", fingerprint)
            json.member("expected", optional: expected)
        }
    }
}
