// Which events of a scan are wanted, told by the numbers of their names.

import Catalog

/// A choice of events by kind and run; an event that is not chosen is never looked into.
struct EventFilter: Sendable {
    var kinds: Set<String>?
    var run: RunID?

    /// True when every event is wanted.
    var isOpen: Bool { kinds == nil && run == nil }

    /// The filter for the names that are known now, by number.
    func wanted(among names: [String]) -> Numbers {
        Numbers(
            kinds: kinds.map { kinds in names.map { kinds.contains($0) } },
            run: run.map { run in names.firstIndex(of: run.text).map { $0 + 1 } ?? 0 })
    }

    /// A filter in numbers.
    struct Numbers {
        let kinds: [Bool]?
        /// 0 when the run is unknown, so that no event is of it.
        let run: Int?

        func matches(kind: Int, run: Int) -> Bool {
            if let wanted = self.run, wanted != run { return false }
            return kinds.map { $0[kind - 1] } ?? true
        }
    }
}
