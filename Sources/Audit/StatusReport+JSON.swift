// The documents of `plysync status --json` and `plysync runs --json`.

package import JSON
package import Projections
import Catalog
import Events
import Planning

extension StatusReport {
    /// The whole report as one document.
    package var json: JSONValue {
        var document: JSONValue = [
            "complete": JSONValue(isComplete),
            "targets": .array(targets.map(\.json)),
            "runs": .array(runs.map(\.json)),
        ]
        if let source {
            document["source"] = [
                "scope": JSONValue(source.scope.source.title),
                "marketplaces": JSONValue(source.scope.marketplaces.map(\.code)),
                "seen": JSONValue(source.seen), "announced": JSONValue(source.announced),
                "whole": JSONValue(source.isWhole),
            ]
        }
        return document
    }
}

extension TargetStanding {
    fileprivate var json: JSONValue {
        [
            "target": JSONValue(alias), "system": JSONValue(system?.text),
            "replay_of": JSONValue(origin?.alias), "complete": JSONValue(isComplete),
            "phases": .array(phases.map(\.json)),
            "failures": .array(failures.map(\.json)),
            "accepted": .array(
                accepted.map { failure in
                    var document = failure.json
                    document["accepted_because"] = JSONValue(acceptedBecause[failure.key])
                    return document
                }),
            "in_doubt": .array(
                doubts.map { intent, doubt in
                    [
                        "intent": JSONValue(intent), "keys": JSONValue(doubt.effects.map(\.key)),
                        "since": JSONValue("\(doubt.time)"), "run": JSONValue(doubt.run.text),
                        "attempt": JSONValue(doubt.attempt),
                    ]
                }),
            "disagreements": .array(disagreements.map(\.json)),
        ]
    }
}

extension Disagreement {
    fileprivate var json: JSONValue {
        [
            "item": JSONValue("\(item)"), "sku": JSONValue(sku), "matched": JSONValue(matched),
            "rule": JSONValue(rule),
            "others": .array(
                others.map { other in
                    [
                        "canonical_sku": JSONValue(other.canonicalSKU),
                        "children": JSONValue(other.children.map(\.text)),
                    ]
                }),
        ]
    }
}

extension Accounting.Failure {
    fileprivate var json: JSONValue {
        [
            "subject": JSONValue(subject.text), "phase": JSONValue(phase.rawValue),
            "reason": JSONValue(reason), "attempts": JSONValue(attempts), "key": JSONValue(key),
            "set_aside": JSONValue(isSetAside),
        ]
    }
}

extension PhaseCount {
    /// The counts under the names of `cli.md`.
    var json: JSONValue {
        [
            "phase": JSONValue(phase.rawValue), "expected": JSONValue(expected),
            "done": JSONValue(done), "unchanged": JSONValue(unchanged),
            "adopted": JSONValue(adopted), "accepted": JSONValue(accepted),
            "failed": JSONValue(failed), "pending": JSONValue(pending),
            "in_doubt": JSONValue(inDoubt),
        ]
    }
}

extension RunState.Run {
    /// A run with how it ended; what is not known yet is null.
    package var json: JSONValue {
        let end = finished?.body
        var document: JSONValue = [
            "run": JSONValue(id.text), "sequence": JSONValue(sequence),
            "started": JSONValue("\(started)"),
            "finished": JSONValue(finished.map { "\($0.time)" }),
            "command": JSONValue(command), "execute": JSONValue(execute),
            "program": JSONValue(program), "target": JSONValue(target),
            "outcome": JSONValue(ending), "scope": JSONValue(scope),
            "phases": .array((end?.phases ?? []).map(\.json)), "requests": nil,
            "error": JSONValue(end?.error),
        ]
        if let requests = end?.requests {
            document["requests"] = [
                "amazon": JSONValue(requests.amazon), "plytix": JSONValue(requests.plytix),
                "plytix_writes": JSONValue(requests.plytixWrites),
            ]
        }
        return document
    }
}
