import Catalog

extension Plan {
    /// The plan without uploads of these files, and without what would show them.
    package func withholding(_ files: Set<String>) -> Plan {
        guard !files.isEmpty else { return self }
        var plan = self
        plan.stages = stages.map { stage in
            var stage = stage
            stage.requests.removeAll { request in
                request.effects.contains { !$0.files.isDisjoint(with: files) }
            }
            return stage
        }.filter { !$0.requests.isEmpty }
        return plan
    }
}

extension Effect {
    /// The pictures that it uploads or shows, by their names in Plytix.
    fileprivate var files: Set<String> {
        switch self {
        case .uploadAsset(let asset): [asset.file]
        case .setGallery(_, _, let files, _): Set(files)
        case .linkAsset(_, _, let file), .setThumbnail(_, let file, _): [file]
        default: []
        }
    }
}
