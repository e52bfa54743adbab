/// What somebody meant who typed something that does not exist.
enum Spelling {
    /// The candidate that a few typing errors away is nearest; nil when none is near.
    ///
    /// Case does not count, nor whether words are joined by `-`, `_` or a blank.
    static func nearest(to word: String, among candidates: [String]) -> String? {
        let typed = plain(word)
        let rated = candidates.map { (candidate: $0, distance: distance(typed, plain($0))) }
        guard let best = rated.min(by: { $0.distance < $1.distance }) else { return nil }
        let longer = max(typed.count, best.candidate.count)
        return best.distance <= max(1, min(3, longer / 3)) ? best.candidate : nil
    }

    private static func plain(_ word: String) -> [Character] {
        word.prefix(64).lowercased().map { "- ".contains($0) ? "_" : $0 }
    }

    /// How many letters to add, leave out, replace, or swap with their neighbour.
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var beforeLast = Array(0...b.count)
        var last = beforeLast
        for row in a.indices {
            var current = [row + 1]
            for column in b.indices {
                var best = min(
                    last[column] + (a[row] == b[column] ? 0 : 1), last[column + 1] + 1,
                    current[column] + 1)
                if row > 0, column > 0, a[row] == b[column - 1], a[row - 1] == b[column] {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            beforeLast = last
            last = current
        }
        return last[b.count]
    }
}
