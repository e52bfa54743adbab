package import Catalog
import Planning
import Synchronization

/// A request that was not seen to be carried out, and may still be.
package struct LateRequest: Sendable, Hashable {
    package let effects: [Effect]
    /// After this instant it cannot arrive any more.
    package let until: Instant

    package init(effects: [Effect], until: Instant) {
        self.effects = effects
        self.until = until
    }
}

/// Changes of products, and of lists of options, that were not there when we looked, and that may still arrive: a change of
/// ours to something else would be undone by them.
///
/// The same change again is undone by nothing, and needs no wait.
final class LateWrites: Sendable {
    private let requests: Mutex<[LateRequest]>
    private let uploads = Mutex<Set<String>>([])

    /// - `earlier`: what earlier runs left behind.
    init(_ earlier: [LateRequest] = []) {
        requests = Mutex(earlier.filter(\.isChange))
    }

    /// Notes a request that can still arrive.
    func note(_ request: LateRequest) {
        guard request.isChange else { return }
        requests.withLock { $0.append(request) }
    }

    /// Until when nothing may be sent that says something else; nil when it may be sent now.
    func end(collidingWith effects: [Effect], now: Instant) -> Instant? {
        requests.withLock { requests in
            guard !requests.isEmpty else { return nil }
            requests.removeAll { $0.until <= now }
            return requests.filter { late in
                late.effects.contains { late in effects.contains { late.undoes($0) } }
            }.map(\.until).max()
        }
    }

    /// Notes an upload of which no asset was seen, by its file name.
    func noteUpload(of file: String) { _ = uploads.withLock { $0.insert(file) } }

    /// Whether an asset of the name may have arrived a moment ago, before searches show it.
    func mayBring(_ file: String) -> Bool { uploads.withLock { $0.contains(file) } }
}

extension LateRequest {
    /// Whether it gives something in products that are there another value; a create that comes late
    /// meets the SKU.
    fileprivate var isChange: Bool {
        effects.allSatisfy { effect in
            switch effect {
            case .setFields, .setGallery, .linkAsset, .setThumbnail, .assignFamily, .link, .unlink,
                .extendOptions:
                true
            default: false
            }
        }
    }
}

extension Effect {
    /// Whether this one, carried out after another one, leaves something else than that alone.
    func undoes(_ other: Effect) -> Bool {
        guard subject == other.subject else { return false }
        switch (self, other) {
        case (.setFields(_, let changes), .setFields(_, let others)):
            let values = Dictionary(
                changes.map { ($0.field, $0.new) }, uniquingKeysWith: { _, last in last })
            return others.contains { other in
                values[other.field].map { !FieldValue.areEqual($0, other.new) } ?? false
            }
        case (
            .setGallery(_, let label, let files, _), .setGallery(_, let otherLabel, let others, _)
        ):
            return label == otherLabel && files != others
        case (.setGallery(_, let label, let files, _), .linkAsset(_, let otherLabel, let file)),
            (.linkAsset(_, let label, let file), .setGallery(_, let otherLabel, let files, _)):
            return label == otherLabel && !files.contains(file)
        // The list is sent whole.
        case (.extendOptions(_, let options), .extendOptions(_, let others)):
            return !Set(options).isSuperset(of: others)
        case (.setThumbnail(_, let file, _), .setThumbnail(_, let other, _)): return file != other
        case (.assignFamily(_, let family), .assignFamily(_, let other)): return family != other
        case (.link(let relation, _, let targets), .unlink(let otherRelation, _, let others)),
            (.unlink(let relation, _, let targets), .link(let otherRelation, _, let others)):
            return relation == otherRelation && !Set(targets).isDisjoint(with: others)
        default: return false
        }
    }
}
