import Catalog
import Events
import HTTP
import Hashing
import JSON
import Planning
import PlytixAPI
import Projections

/// Pictures of which there may be one too many: their upload was taken for lost, made again, and
/// arrived all the same, later than we count on.
extension Courier {
    /// How long after it was taken for lost an upload is looked for, at least.
    private static let watch = Duration.seconds(3_600)

    /// Looks for the second assets of lost uploads, and records which there are and which are gone.
    ///
    /// Costs a search for each lost upload, in the runs that begin within an hour of it and in one
    /// after that; and one a run for each extra picture that is there and not accepted.
    package func lookForExtras() async throws(DeliveryStop) {
        let account = account
        let now = clock.now
        let waiting = account.lostUploads.filter { $0.value.since + settings.arrivalMax <= now }
        let known = account.failures.filter { $0.key.hasPrefix(Extra.prefix) }
        let files = Set(waiting.keys).union(
            known.keys.map { String($0.dropFirst(Extra.prefix.count)) })
        for file in files.sorted() where !isAccepted(Extra.prefix + file, in: account) {
            // A failure of the picture itself says it already.
            if account.failures["asset \(file)"] != nil { continue }
            if Task.isCancelled { throw .cancelled }
            let found: [PlytixAsset]
            do throws(APIError) {
                found = try await assets(named: file)
            } catch {
                let stop = Self.stop(for: error)
                // One that Plytix does not answer must not end what is left of the run.
                if case .refused = stop { continue }
                throw stop
            }
            let extra = Extra(file: file, found: found.map(\.id).sorted(), account: account)
            let isOver = waiting[file].map { $0.since + Self.watch <= now } ?? false
            if let draft = draft(of: extra, ending: isOver ? waiting[file] : nil) {
                try await append([draft])
            }
        }
    }

    private func isAccepted(_ key: String, in account: AccountState) -> Bool {
        account.failures[key].map { account.accepted[key] == $0.facts } ?? false
    }

    /// What is new: that there are several, or that there are not, or not any more.
    private func draft(of extra: Extra, ending lost: LostUpload?) -> RecordDraft? {
        let before = look { $0.failures[extra.key] }
        if extra.found.count > 1 {
            guard before?.facts != extra.facts else { return nil }
            return EffectFailed(
                key: extra.key, phase: .images, subject: extra.subject, status: nil,
                reason: extra.reason, permanence: .item, attempt: 1, facts: extra.facts,
                answer: nil
            ).draft(system: system)
        }
        guard let event = before?.sequence ?? lost?.sequence else { return nil }
        return EffectSettled(
            intent: event, keys: [extra.key], result: .adopted, how: .search,
            evidence: .string("no more than one asset has its name"), about: [extra.subject]
        ).draft(system: system, cause: [.sequence(event)])
    }
}

/// Several assets of one name.
private struct Extra {
    static let prefix = KnownFailure.extraPrefix

    let file: String
    let found: [String]
    let subject: Subject
    private let shown: String?

    init(file: String, found: [String], account: AccountState) {
        self.file = file
        self.found = found
        shown = account.assets[file]?.id
        subject = .picture(account.assets[file]?.picture ?? file)
    }

    var key: String { Self.prefix + file }
    var facts: Digest { ContentHash.of(([key] + found).joined(separator: " ")) }
    var reason: String {
        let others = found.filter { $0 != shown }.joined(separator: ", ")
        return
            "an upload whose answer was lost came late: \(others) is there beside \(shown ?? "it"); delete it in Plytix, or accept it"
    }
}
