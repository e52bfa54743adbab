import Catalog
import SandboxWorld

/// What the answer to one request of the catalogue is made from, beside the request.
struct AnswerContext {
    let index: CatalogueIndex
    let quirks: Set<Quirk>
    let imagesURL: String
    let seed: UInt64
    let speed: Double
    /// The number of the request.
    let number: UInt64
    let now: Instant

    func has(_ quirk: Quirk) -> Bool { quirks.contains(quirk) }
}
