package import PlytixSandbox

/// Something that goes wrong beside a single request.
package enum Incident: Sendable, Hashable {
    /// The process dies: nothing is sent or written any more, what left goes on its way.
    case death
    /// Somebody presses Ctrl-C.
    case interruption
    /// The disk is full: the journal takes nothing more in this run.
    case diskFull
    /// Somebody sets the clock, forward or back.
    case clockJump(Duration)
    /// Another client sends so many requests with the same key.
    case rival(requests: Int)
    /// All tokens of Plytix end before their time.
    case tokensRevoked
    /// The key's role loses a right, until this run is over.
    case rightWithdrawn(Permission)
    /// No connection comes about for so many requests.
    case unreachable(requests: Int)
    /// From now on Plytix finds something else than a picture at a picture's URL; the number is
    /// taken modulo the pictures of the catalogue.
    case picture(Int, PictureTrouble)
    /// Amazon changes its catalogue.
    case amazon(AmazonChange)
    /// A person works in Plytix.
    case person(Handiwork)

    /// What is wrong with a picture.
    package enum PictureTrouble: String, Sendable, Hashable, CaseIterable {
        case missing, empty, page
        /// It arrives in full, but later than the client waits for an answer to its upload.
        case slow
    }

    /// What a person does; products are counted in the order of their ASINs, modulo their number.
    package enum Handiwork: Sendable, Hashable {
        /// Writes into a field that we only fill when it is empty.
        case edit(product: Int)
        /// Says that the product is finished, and is the primary one.
        case complete(product: Int)
        case deleteProduct(Int)
        /// Deletes the picture that a product shows first.
        case deletePicture(product: Int)
        /// Makes a product of the SKU before we do.
        case createProduct(Int)
        /// Makes a product whose SKU differs in case only.
        case createLookalike(Int)
        /// Uploads a file whose name differs from a picture's in case only.
        case uploadLookalike(product: Int)
    }

    /// Whether it lets uploads arrive late.
    var isSlow: Bool { if case .picture(_, .slow) = self { true } else { false } }

    /// Whether a run under it cannot record how many requests it made.
    var endsTheRecord: Bool { self == .death || self == .diskFull }

    /// Whether it sets the clock.
    var movesClock: Bool { if case .clockJump = self { true } else { false } }
}

extension Incident: CustomStringConvertible {
    package var description: String {
        switch self {
        case .death: "the process dies"
        case .interruption: "somebody presses Ctrl-C"
        case .diskFull: "the disk is full"
        case .clockJump(let duration): "the clock is set by \(duration)"
        case .rival(let requests): "another client sends \(requests) requests"
        case .tokensRevoked: "all tokens of Plytix end"
        case .rightWithdrawn(let right): "the key loses the right to write \(right.rawValue)"
        case .unreachable(let requests): "\(requests) requests find no connection"
        case .picture(let number, let trouble): "picture \(number) is \(trouble.rawValue)"
        case .amazon(let change): "Amazon \(change)"
        case .person(let work): "a person \(work)"
        }
    }
}

extension Incident.Handiwork: CustomStringConvertible {
    package var description: String {
        switch self {
        case .edit(let product): "fills the size of product \(product)"
        case .complete(let product): "completes product \(product)"
        case .deleteProduct(let product): "deletes product \(product)"
        case .deletePicture(let product): "deletes the first picture of product \(product)"
        case .createProduct(let product): "creates product \(product)"
        case .createLookalike(let product): "creates a product like \(product) in lower case"
        case .uploadLookalike(let product): "uploads a picture named like that of \(product)"
        }
    }
}
