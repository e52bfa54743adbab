import Catalog
import Planning
import Synchronization

/// Changes of products that were not there when we looked, and that may still arrive: a change of
/// ours to something else would be undone by them.
///
/// The same change again is undone by nothing, and needs no wait.
final class LateWrites: Sendable {
    private struct Late {
        let facts: Digest
        let until: Instant
    }
    private let state = Mutex<[String: [Late]]>([:])
    private let uploads = Mutex<Set<String>>([])

    /// Notes the effects of a request that can arrive until an instant.
    func note(_ effects: [Effect], until: Instant) {
        // A create that comes late meets the SKU.
        guard effects.allSatisfy(\.isChange) else { return }
        state.withLock { state in
            for effect in effects {
                state[effect.key, default: []].append(Late(facts: effect.facts, until: until))
            }
        }
    }

    /// Until when nothing may be sent that says something else; nil when it may be sent now.
    func end(collidingWith effects: [Effect], now: Instant) -> Instant? {
        state.withLock { state in
            guard !state.isEmpty else { return nil }
            return effects.flatMap { effect in
                (state[effect.key] ?? []).filter { $0.facts != effect.facts }.map(\.until)
            }.filter { $0 > now }.max()
        }
    }

    /// Notes an upload of which no asset was seen, by its file name.
    func noteUpload(of file: String) { _ = uploads.withLock { $0.insert(file) } }

    /// Whether an asset of the name may have arrived a moment ago, before searches show it.
    func mayBring(_ file: String) -> Bool { uploads.withLock { $0.contains(file) } }
}

extension Effect {
    /// Whether it gives something in a product that is there another value.
    fileprivate var isChange: Bool {
        switch self {
        case .setFields, .setGallery, .setThumbnail: true
        default: false
        }
    }
}
