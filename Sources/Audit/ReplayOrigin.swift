// From where a target's state was replayed: what its completeness is measured by.

package import Projections
import Events
import JSON

/// The target, and the point, of which another target is a replay.
package struct ReplayOrigin: Sendable, Hashable {
    /// The alias of the target that was replayed.
    package let alias: String
    /// As typed after `--at`; nil for all.
    package let point: String?

    /// The last replay into a target, as its run recorded it; nil when there was none, or when the
    /// target has matches of its own and stands for itself.
    package init?(of target: String, in state: ProjectedState) {
        if let system = state.targets.system(target), !state.account(system).verdicts.isEmpty {
            return nil
        }
        let last = state.runs.order.last { id in
            guard let run = state.runs.runs[id] else { return false }
            return run.target == target && run.command.dropFirst().first == "replay"
        }
        guard let last, let run = state.runs.runs[last] else { return nil }
        alias = Self.value(of: "--from", in: run.command) ?? "default"
        point = Self.value(of: "--at", in: run.command)
    }

    private static func value(of flag: String, in command: [String]) -> String? {
        if let joined = command.last(where: { $0.hasPrefix("\(flag)=") }) {
            return String(joined.dropFirst(flag.count + 1))
        }
        guard let index = command.lastIndex(of: flag), index + 1 < command.count else { return nil }
        return command[index + 1]
    }
}
