import ArgumentParser
import Catalog
import Mapping
import Settings
import Sync

/// What the commands that run phases take beside their own.
struct RunOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @Option(
        parsing: .unconditional,
        help: "Make at most so many requests, then stop; the same command goes on.")
    var maxRequests: Int?
    @Option(help: "How old the pages of an unfinished run may be to be used again, such as 6h.")
    var maxAge: String?
    @Option(help: "Keep the pictures themselves in this folder, each once, by its hash.")
    var keepImages: String?
    @Option(help: "Write this phase's report to a file.")
    var output: String?

    func validate() throws {
        if let maxRequests, maxRequests < 1 {
            throw ValidationError("--max-requests must be 1 or more.")
        }
    }

    /// The settings of a run, once it is known that its file can be written: that is no news to get
    /// after an hour's work.
    func configuration(marketplace: String? = nil) throws -> Configuration {
        if let output { try OutputFile.check(output) }
        return try common.configuration(
            Overrides(
                marketplaces: marketplace, requestsMax: maxRequests, ageMax: maxAge,
                keepImages: keepImages))
    }
}

/// What the commands that write to Plytix take.
struct WriteOptions: ParsableArguments {
    @Flag(help: "Write to Plytix. Without it, the plan is shown and nothing is written.")
    var execute = false
    @Option(
        parsing: .unconditional, help: "Do the first so many products completely, and stop.")
    var limit: Int?
    @Flag(help: "Allow a plan that changes or unlinks unusually much.")
    var allowMassChange = false

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more.") }
    }

    func apply(to order: inout RunOrder) {
        order.execute = execute
        order.productsMax = limit
        order.allowsMassChange = allowMassChange
    }
}

/// Which of the known items a phase works on.
struct SelectionOptions: ParsableArguments {
    @Option(help: "Only items of this style, and their families.")
    var style: String?
    @Option(help: "Take matches from a mapping file instead of the rules.")
    var mapping: String?

    func apply(to order: inout RunOrder) throws {
        order.style = style
        guard let mapping else { return }
        let bytes = try InputFile.read(mapping)
        do throws(MappingFile.ReadingError) {
            order.mapping = try MappingFile.read(bytes)
        } catch {
            throw CommandFailure(
                "\(mapping): \(error)",
                hint: "It must be a mapping file as `plysync map --output` writes it")
        }
        order.phases.insert(.map)
    }
}
