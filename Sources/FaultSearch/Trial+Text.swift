import AmazonSandbox
import Catalog
import HTTPTypes
import JSON
import PlytixSandbox
import SandboxFaults

extension Trial: CustomStringConvertible {
    /// The whole plan as text for people, a line for each thing.
    package var description: String {
        var lines = ["\(items) items (catalogue \(catalogue)), \(concurrency) requests at once"]
        if !amazonQuirks.isEmpty {
            lines.append("Amazon: " + amazonQuirks.map(\.rawValue).joined(separator: ", "))
        }
        if !plytixQuirks.isEmpty {
            lines.append("Plytix: " + plytixQuirks.map(\.rawValue).joined(separator: ", "))
        }
        if searchLag > .zero { lines.append("searches lag by \(searchLag)") }
        if acceptedDelay != .seconds(1) { lines.append("a 202 takes \(acceptedDelay)") }
        lines.append(
            "quota: "
                + limits.map { "\($0.requests) in \($0.seconds) s" }.joined(separator: ", ")
                + ", of which \(Int((reserve * 100).rounded())) % is left to others")
        for (index, stage) in stages.enumerated() {
            lines.append("run \(index + 1), after \(stage.pause):")
            lines += stage.faults.rules.map { "  \($0.summary)" }
            lines += stage.incidents.sorted { $0.request < $1.request }.map {
                "  before request \($0.request) \($0.incident)"
            }
        }
        return lines.joined(separator: "\n")
    }
}

extension FaultRule {
    /// `POST /assets, 3rd: carried out, answer lost`, for people.
    var summary: String {
        var what = [match.method, match.path, match.system].compactMap { $0 }
        if what.isEmpty { what = ["any request"] }
        let when =
            switch match.occasion {
            case .always: "always"
            case .nth(let numbers): "number \(numbers.map(String.init).joined(separator: ", "))"
            case .every(let step): "every \(step)"
            case .probability(let share): "one in \(Int((1 / share).rounded()))"
            }
        return "\(what.joined(separator: " ")), \(when): \(fault.summary)"
    }
}

extension Fault {
    var summary: String {
        var parts: [String] = []
        switch kind {
        case .none: break
        case .answer(let status, let body, let pause, let isApplied):
            parts.append("\(status) (\(body.rawValue))" + (isApplied ? ", carried out" : ""))
            switch pause {
            case .absent: break
            case .text(let text): parts.append("Retry-After \(text)")
            case .date(let wait): parts.append("Retry-After in \(wait)")
            }
        case .dropBefore: parts.append("lost before it arrives")
        case .dropAfter: parts.append("carried out, its answer lost")
        case .cut(let bytes): parts.append("its answer ends after \(bytes) bytes")
        case .brokenJSON: parts.append("its answer is half")
        case .twice: parts.append("carried out twice")
        }
        if delay > .zero { parts.append("arrives \(delay) late") }
        if answerDelay > .zero { parts.append("is answered \(answerDelay) late") }
        return parts.joined(separator: ", ")
    }
}
