import PlytixSandbox
import SandboxWorld
import Synchronization

/// The pictures of a catalogue of which something is wrong.
final class PictureDesk: Sendable {
    private let files: [String]
    private let spoilt = Mutex<[String: Incident.PictureTrouble]>([:])

    init(_ world: World) {
        let names = world.items.flatMap { WorldReading.pictures(of: $0).map(\.source) }
        files = Set(names).sorted()
    }

    /// Whether it takes long to fetch the picture that a request uploads.
    func isSlow(_ upload: String) -> Bool {
        spoilt.withLock { spoilt in
            spoilt.contains { $0.value == .slow && upload.contains("/\($0.key)\"") }
        }
    }

    /// Spoils a picture, and gives the name of its file in Plytix; nil where there are none.
    func spoil(_ number: Int, _ trouble: Incident.PictureTrouble) -> String? {
        guard !files.isEmpty else { return nil }
        let source = files[number % files.count]
        spoilt.withLock { $0[source] = trouble }
        return WorldReading.file(ofSource: source)
    }

    /// What is at a URL instead of a picture; nil for the picture.
    func file(at url: String) -> FetchedFile? {
        let source = String(url.split(separator: "/").last ?? "")
        switch spoilt.withLock({ $0[source] }) {
        case .missing: return .status(404)
        case .empty: return .file(bytes: [], contentType: "image/jpeg")
        case .page:
            return .file(bytes: Array("<html>not found</html>".utf8), contentType: "text/html")
        case .slow, nil: return nil
        }
    }
}
