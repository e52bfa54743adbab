// What `plysync status` says: what is complete, what is not and why, and how the last runs ended.

package import Catalog
package import Projections
import Events
import Planning

/// The standing of a journal's targets.
///
/// Never more optimistic than the truth.
package struct StatusReport: Sendable {
    package let targets: [TargetStanding]
    /// Nil when nothing was exported yet.
    package let source: SourceStanding?
    /// The last runs, the latest first.
    package let runs: [RunState.Run]
    /// How many items the catalogue has.
    package let itemCount: Int

    /// How many runs are shown.
    package static let runsShown = 5

    /// A report of these standings, in their order; items of the marketplaces are counted.
    package init(
        state: ProjectedState, targets: [TargetStanding], marketplaces: Set<Marketplace>
    ) {
        self.targets = targets
        source = SourceStanding(state)
        runs = state.runs.order.reversed().prefix(Self.runsShown)
            .compactMap { state.runs.runs[$0] }
        itemCount = state.catalogue.items.keys.count { marketplaces.contains($0.marketplace) }
    }

    /// The proof: the last source was read to its end, and every target accounts for everything.
    package var isComplete: Bool {
        source?.isWhole == true && itemCount > 0 && !targets.isEmpty
            && targets.allSatisfy(\.isComplete)
    }

    /// The last run, when it did not come to its end: it is under way, or was killed.
    package var unfinished: RunState.Run? { runs.first.flatMap { $0.finished == nil ? $0 : nil } }

    /// The last run, when it said itself that it was stopped or could not go on.
    package var stopped: RunState.Run? {
        runs.first.flatMap { run in
            guard let end = run.finished?.body else { return nil }
            let isStopped = [.interrupted, .failed].contains(end.outcome) || run.fault != nil
            return isStopped ? run : nil
        }
    }
}

extension RunState.Run {
    /// How it ended: `complete`, `incomplete`, `interrupted`, `failed` or `unfinished`.
    package var ending: String { finished?.body.outcome.rawValue ?? "unfinished" }

    /// Why it did not come to its end, in a sentence; nil when it did, or a person stopped it.
    package var fault: String? {
        guard let end = finished?.body, end.outcome != .interrupted else { return nil }
        return end.error
    }

    /// The command as it can be typed again.
    package var commandLine: String {
        command.map { word in
            word.contains { " \"'$`\\*?|&;<>()".contains($0) } || word.isEmpty
                ? "'" + word.replacing("'", with: "'\\''") + "'" : word
        }.joined(separator: " ")
    }
}
