import AmazonAPI
import ArgumentParser
import Catalog
import Export
import Foundation
import Hashing
import Settings
import Sync

/// What is exported: exactly one source.
struct ScopeOptions: ParsableArguments {
    @Option(help: "Everything that a search for this brand finds.")
    var brand: String?
    @Option(help: "Everything that a search for this style number finds.")
    var style: String?
    @Option(help: "Everything that a search for these words finds.")
    var keywords: String?
    @Option(help: "These ASINs, separated by commas.")
    var asins: String?
    @Option(
        help:
            "The ASINs of a file: one a line; blank lines and lines that begin with # are skipped.")
    var asinFile: String?
    @Option(help: "The items of a file: an export of today's scripts or of plysync, or raw items.")
    var fromFile: String?
    @Option(help: "Marketplaces by their two letters, separated by commas (default: US).")
    var marketplace: String?
    @Flag(help: "Do not fetch parents that the source does not give.")
    var noParents = false
    @Option(parsing: .unconditional, help: "Take at most so many results of a search.")
    var maxResults: Int?

    func validate() throws {
        if let maxResults, maxResults < 1 {
            throw ValidationError("--max-results must be 1 or more.")
        }
    }

    /// The order's scope; nil when no source is given.
    func apply(to order: inout RunOrder, _ configuration: Configuration) throws {
        let given = [brand, style, keywords, asins, asinFile, fromFile].compactMap { $0 }
        guard given.count <= 1 else {
            throw CommandFailure(
                "more than one source is given",
                hint:
                    "Give one of --brand, --style, --keywords, --asins, --asin-file and --from-file"
            )
        }
        guard let source = try source(configuration, &order) else { return }
        order.scope = Scope(
            source: source, marketplaces: configuration.marketplaces,
            includesParents: !noParents, resultsMax: maxResults)
    }

    private func source(
        _ configuration: Configuration, _ order: inout RunOrder
    ) throws -> ScopeSource? {
        if let brand { return .brand(try Self.words(brand, "--brand")) }
        if let style { return .style(try Self.words(style, "--style")) }
        if let keywords { return .keywords(try Self.words(keywords, "--keywords")) }
        if let asins { return .asins(try ASINList.read(list: asins)) }
        if let asinFile { return .asins(try ASINList.read(file: asinFile)) }
        guard let fromFile else { return configuration.brand.map { .brand($0) } }
        let bytes = try InputFile.read(fromFile)
        for marketplace in configuration.marketplaces {
            do throws(ItemFileError) {
                order.fileItems += try ItemFile.read(bytes, marketplace: marketplace)
            } catch {
                throw CommandFailure(
                    "\(fromFile): \(error)",
                    hint: "It must be an export file, a list of catalogue items, or one item a line"
                )
            }
        }
        return .file(
            name: URL(fileURLWithPath: fromFile).lastPathComponent, digest: ContentHash.of(bytes))
    }

    private static func words(_ text: String, _ flag: String) throws -> String {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !trimmed.isEmpty else { throw CommandFailure("\(flag) is empty") }
        return trimmed
    }
}

/// Lists of ASINs as people write them.
enum ASINList {
    /// Reads `B07X8Z63ZL,B077QMJFG9`.
    static func read(list: String) throws -> [ASIN] {
        let parts = list.split { $0 == "," || $0.isWhitespace }.map(String.init)
        guard !parts.isEmpty else { throw CommandFailure("--asins is empty") }
        return try unique(parts.map { try asin($0, place: "--asins") })
    }

    static func read(file path: String) throws -> [ASIN] {
        let bytes = try InputFile.read(path)
        do throws(ASINFileError) {
            return try ASINFile.read(bytes)
        } catch {
            switch error {
            case .badLine(let number, let text): throw notASIN(text, place: "\(path):\(number)")
            case .empty:
                throw CommandFailure("\(path) names no ASIN", hint: "Write one ASIN a line")
            }
        }
    }

    private static func asin(_ text: String, place: String) throws -> ASIN {
        guard let asin = ASIN(text.uppercased()) else {
            throw notASIN(String(text.prefix(40)), place: place)
        }
        return asin
    }

    private static func notASIN(_ text: String, place: String) -> CommandFailure {
        CommandFailure(
            "\(place): \"\(text)\" is not an ASIN",
            hint:
                "An ASIN has ten letters and digits, such as B07X8Z63ZL. Correct it or put # in front; nothing was asked of Amazon"
        )
    }

    private static func unique(_ asins: [ASIN]) -> [ASIN] {
        var seen = Set<ASIN>()
        return asins.filter { seen.insert($0).inserted }
    }
}
