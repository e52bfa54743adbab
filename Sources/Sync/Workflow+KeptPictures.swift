import Catalog
import Events
import HTTP
import JournalStore
import Planning
import Projections
import Settings

/// The bytes of pictures, where somebody wants them kept.
extension Workflow {
    /// Fetches the pictures of items that are not kept yet, and records what was kept.
    ///
    /// What cannot be fetched is told, and stops nothing: the next run tries again.
    ///
    /// - `exported`: the items of the run's scope; nil for all that are known.
    func keepPictures(of exported: [ItemKey]?) async throws(RunStop) {
        guard let path = engine.configuration.picturesFolder,
            !order.phases.isDisjoint(with: [.export, .images])
        else { return }
        let folder = PictureFolder(path: path)
        var waiting = try unkept(of: exported, in: folder)[...]
        guard !waiting.isEmpty else { return }
        let narrator = engine.surroundings.narrator
        narrator.tell(.step("Keeping \(pictures(waiting.count)) in \(path)"))
        let fetch = PictureFetch(
            transport: engine.surroundings.transport, userAgent: engine.session.userAgent,
            rule: FetchRule(
                allowsThisMachine: FetchRule.isThisMachine(
                    engine.configuration.amazon.apiURL(for: .northAmerica))),
            counter: engine.counter, resolve: engine.surroundings.resolve)
        var failures: [String] = []
        while !waiting.isEmpty {
            guard !Task.isCancelled else { throw .interrupted }
            let batch = waiting.prefix(Self.fetchedAtOnce)
            waiting = waiting.dropFirst(Self.fetchedAtOnce)
            failures += try await keep(Array(batch), by: fetch, in: folder)
        }
        guard let first = failures.first else { return }
        narrator.tell(
            .warning("\(pictures(failures.count)) could not be kept, such as \(first)"))
    }

    private func pictures(_ count: Int) -> String { count == 1 ? "1 picture" : "\(count) pictures" }

    private static let fetchedAtOnce = 8

    /// A picture that is to be kept, and where it was named.
    private struct Wanted: Sendable {
        let picture: Picture
        let system: System
        /// The number of the event that names it.
        let exported: Int
    }

    /// The pictures of items, each once, of which the folder has nothing.
    private func unkept(
        of exported: [ItemKey]?, in folder: PictureFolder
    ) throws(RunStop) -> [Wanted] {
        let state = engine.state
        let kept = try keptContents()
        let marketplaces = Set(engine.configuration.marketplaces)
        let keys =
            exported ?? state.catalogue.items.keys.filter { marketplaces.contains($0.marketplace) }
        var seen = Set<String>()
        var wanted: [Wanted] = []
        for key in keys.sorted() {
            guard let item = state.catalogue.items[key] else { continue }
            let shown = Picture.shown(
                of: item.item.pictures, atMost: engine.configuration.planning.picturesMax)
            for picture in shown where seen.insert(picture.id).inserted {
                if let content = kept[picture.id], folder.holds(content) { continue }
                wanted.append(
                    Wanted(picture: picture, system: item.system, exported: item.exported))
            }
        }
        return wanted
    }

    /// What was kept of each picture, by its id.
    private func keptContents() throws(RunStop) -> [String: Digest] {
        let records: [Record]
        do throws(JournalError) {
            records = try engine.journal.reader().records(ofKind: PictureKept.kind)
        } catch {
            throw .journal(error)
        }
        var contents: [String: Digest] = [:]
        for record in records {
            // What is redacted, or of a newer program, is fetched anew.
            guard let body = record.body,
                let event = try? EventDecoding.decode(
                    PictureKept.self, version: record.version, body: body)
            else { continue }
            contents[event.picture] = event.content
        }
        return contents
    }

    /// Fetches pictures at once, keeps and records them; answers what went wrong.
    private func keep(
        _ batch: [Wanted], by fetch: PictureFetch, in folder: PictureFolder
    ) async throws(RunStop) -> [String] {
        let answers = await withTaskGroup { group in
            for (place, wanted) in batch.enumerated() {
                group.addTask { (place, await fetch.picture(at: wanted.picture.url)) }
            }
            var answers: [Int: Result<PictureFetch.Fetched, PictureFetch.Failure>] = [:]
            for await (place, answer) in group { answers[place] = answer }
            return answers
        }
        var drafts: [RecordDraft] = []
        var failures: [String] = []
        // In the order in which they were asked for, so that the history does not depend on who
        // answered first.
        for (place, wanted) in batch.enumerated() {
            switch answers[place] {
            case .success(let fetched)?: drafts.append(try draft(of: wanted, fetched, in: folder))
            case .failure(let failure)?:
                failures.append("\(wanted.picture.id): \(failure.reason)")
            case nil: break
            }
        }
        try await append(drafts)
        return failures
    }

    private func draft(
        of wanted: Wanted, _ fetched: PictureFetch.Fetched, in folder: PictureFolder
    ) throws(RunStop) -> RecordDraft {
        do throws(TransferError) {
            let digest = try folder.keep(fetched.bytes)
            return PictureKept(
                picture: wanted.picture.id, url: wanted.picture.url, content: digest,
                bytes: fetched.bytes.count, contentType: fetched.contentType
            ).draft(system: wanted.system, cause: [.sequence(wanted.exported)])
        } catch {
            throw .journal(error)
        }
    }
}
