import Catalog
import Events
import HTTP
import Planning
import PlytixAPI
import Projections

/// Uploads of pictures, and what their answers give.
extension Courier {
    func upload(_ asset: AssetSource) async throws(APIError) -> [RecordDraft] {
        if let there = try await thereAlready(asset) { return [there] }
        let answer = try await client.createAsset(url: asset.url, fileName: asset.file)
        switch answer.value {
        case .exists where settings.sabotage.contains(.adoption):
            return [
                failed(
                    .uploadAsset(asset), reason: "the picture exists", permanence: .item,
                    answer: answer.facts)
            ]
        case .created(let made): return [try await fetched(asset, made, answer.facts)]
        case .exists(let id?):
            return [adopted(asset, try await withBytes(existing(id)), answer.facts)]
        case .exists(nil):
            var found = try await assets(named: asset.file)
            if found.isEmpty, mayHaveArrived(asset.file) {
                try await searchLag()
                found = try await assets(named: asset.file)
            }
            guard found.count == 1, let only = found.first else {
                return [
                    failed(
                        .uploadAsset(asset),
                        reason:
                            "Plytix says that the picture exists, and \(found.count) assets have its name",
                        permanence: .item, answer: answer.facts)
                ]
            }
            return [adopted(asset, try await withBytes(only), answer.facts)]
        }
    }

    /// A picture that is there, of which an earlier run lost an upload or left several; nil where it
    /// is to be uploaded.
    private func thereAlready(_ asset: AssetSource) async throws(APIError) -> RecordDraft? {
        // What this run looked for was not there.
        guard !late.mayBring(asset.file), look({ $0.lostUploads[asset.file] != nil }) else {
            return nil
        }
        let found = try await assets(named: asset.file)
        guard let only = found.first else { return nil }
        guard found.count == 1 else { return ambiguous(asset, found) }
        let there = try await withBytes(only)
        guard there.bytes == 0 else { return uploaded(asset, there, nil, adopted: true) }
        return failed(
            .uploadAsset(asset), reason: Self.emptyReason(there), permanence: .item)
    }

    /// Several assets of one name, between which only a person can choose.
    func ambiguous(_ asset: AssetSource, _ found: [PlytixAsset]) -> RecordDraft {
        let ids = found.map(\.id).sorted().joined(separator: ", ")
        return failed(
            .uploadAsset(asset), reason: "several assets have its name: \(ids)",
            permanence: .item)
    }

    /// Whether an upload of ours that was taken for lost may have arrived a moment ago.
    private func mayHaveArrived(_ file: String) -> Bool {
        late.mayBring(file) || look { $0.lostUploads[file] != nil }
    }

    /// The asset that a conflict names, looked at where no product that we know shows it.
    ///
    /// What products show is taken as it is, which spares a request for each picture of an account
    /// whose journal begins anew.
    private func existing(_ id: String) async throws(APIError) -> PlytixAsset {
        let unseen = PlytixAsset(id: id, fileName: nil)
        guard look({ $0.files[id] == nil }) else { return unseen }
        return try await client.getAsset(id).value ?? unseen
    }

    /// What it means that Plytix has the picture already: it may have got no bytes of it before.
    private func adopted(
        _ asset: AssetSource, _ there: PlytixAsset, _ facts: AnswerFacts
    ) -> RecordDraft {
        guard there.bytes == 0 else { return uploaded(asset, there, facts, adopted: true) }
        return failed(
            .uploadAsset(asset), reason: Self.emptyReason(there), permanence: .item, answer: facts)
    }

    /// Why an asset without bytes is no picture.
    static func emptyReason(_ asset: PlytixAsset) -> String {
        "Plytix has the picture without bytes, as asset \(asset.id): delete that there, and retry"
    }

    /// What came of an upload that Plytix took.
    ///
    /// Where the asset cannot be looked at, the upload is in doubt: a second one could make a second
    /// asset.
    private func fetched(
        _ asset: AssetSource, _ made: PlytixAsset, _ facts: AnswerFacts
    ) async throws(APIError) -> RecordDraft {
        let shown: PlytixAsset
        do {
            shown = try await lookedAt(made, after: pauses)
        } catch {
            throw .unreadable(
                operation: "createAsset",
                reason: "it shows no bytes, and looking again failed: \(error)", facts: facts)
        }
        guard shown.bytes == 0 else { return uploaded(asset, shown, facts, adopted: false) }
        return failed(
            .uploadAsset(asset), reason: "Plytix took the picture, but got no bytes of it",
            permanence: .item, answer: facts)
    }

    /// An asset that is there, with the bytes that it gets in a while, if it gets any.
    ///
    /// One that has just arrived may have none yet: it costs one more look.
    func withBytes(_ asset: PlytixAsset) async throws(APIError) -> PlytixAsset {
        try await lookedAt(asset, after: [searchLagMax])
    }

    /// An asset as it is once it has bytes, looked at after each of these pauses while it has none:
    /// Plytix may answer before it has fetched the file (`plytix-unknowns.md` 3).
    private func lookedAt(
        _ asset: PlytixAsset, after pauses: [Duration]
    ) async throws(APIError) -> PlytixAsset {
        var shown = asset
        for pause in pauses where shown.bytes == 0 {
            do throws(CancellationError) {
                try await clock.sleep(for: pause)
            } catch {
                throw .noAnswer(.cancelled(sent: true), operation: "getAsset")
            }
            shown = try await client.getAsset(asset.id).value ?? shown
        }
        return shown
    }

    /// Growing pauses that together take as long as searches may lag.
    private var pauses: [Duration] {
        var pauses: [Duration] = []
        var (pause, left) = (Duration.seconds(1), searchLagMax)
        while left > .zero {
            pauses.append(min(pause, left))
            (pause, left) = (pause * 2, left - pause)
        }
        return pauses
    }

    /// The assets of exactly this name: the server's search ignores case.
    func assets(named file: String) async throws(APIError) -> [PlytixAsset] {
        let rows = try await client.searchAssets(fileName: file).value.rows
        if settings.sabotage.contains(.exactNames) { return rows }
        return rows.filter { $0.fileName == file }
    }

    func uploaded(
        _ asset: AssetSource, _ made: PlytixAsset, _ facts: AnswerFacts?, adopted: Bool
    ) -> RecordDraft {
        AssetUploaded(
            picture: asset.picture, file: asset.file, id: made.id, url: asset.url,
            servedURL: made.url, size: made.bytes, adopted: adopted, answer: facts.map(Answer.init)
        ).draft(system: system)
    }
}
