/// Categories as a tree.
extension Store<Category> {
    func children(of parentID: String?) -> [Category] {
        all.filter { $0.parentID == parentID }.sorted { $0.order < $1.order }
    }

    /// Ids from the root down to the parent.
    func ancestors(of id: String) -> [String] {
        var ids: [String] = []
        var next = self[id]?.parentID
        while let parentID = next, !ids.contains(parentID) {
            ids.insert(parentID, at: 0)
            next = self[parentID]?.parentID
        }
        return ids
    }

    /// Names from the root down to the category itself.
    func path(of id: String) -> [String] {
        (ancestors(of: id) + [id]).compactMap { self[$0]?.name }
    }

    func descendants(of id: String) -> [String] {
        children(of: id).flatMap { [$0.id] + descendants(of: $0.id) }
    }
}
