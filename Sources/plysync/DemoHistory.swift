import Catalog
import Events
import JournalStore
import Projections
import Settings
import Sync

/// What a journal of the demonstration says, read while nobody writes to it.
struct DemoHistory {
    private let state: ProjectedState
    /// How many there are.
    let events: Int

    /// Reads the journal that stands in a folder.
    init(_ folder: String) throws {
        do {
            let reader = try JournalReader.open(at: "\(folder)/\(Configuration.standardJournal)")
            state = try ProjectedState.replayed(from: reader)
            events = try reader.head().sequence
        } catch let error as JournalError {
            throw CommandFailure(error)
        } catch let error as ChronicleError {
            throw CommandFailure(error)
        }
    }

    private var account: AccountState {
        state.targets.system(Configuration.standardTarget).map(state.account) ?? AccountState()
    }

    /// Requests that left, and of which nobody knows what became of them.
    var doubts: Int { account.doubts.count }

    var assets: (all: Int, adopted: Int) {
        (account.assets.count, account.assets.values.count(where: \.isAdopted))
    }

    /// Where Amazon says that a picture is, by its subject; nil when it lists none of that id.
    func pictureURL(_ subject: String?) -> String? {
        let id = subject.map { String(Subject(text: $0).name) }
        return state.catalogue.items.values.lazy.flatMap(\.item.pictures).compactMap(Picture.init)
            .first { $0.id == id }?.url
    }

    var matches: (byIdentifier: Int, byModel: Int, missed: Int) {
        let rules = account.verdicts.values.map { $0.match?.rule }
        let byModel = rules.count { $0 == "model_number" }
        let missed = rules.count { $0 == nil }
        return (rules.count - byModel - missed, byModel, missed)
    }
}
