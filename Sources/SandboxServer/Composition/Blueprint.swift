internal import AmazonSandbox
internal import JSON
internal import PlytixSandbox
internal import SandboxWorld

/// A sandbox's options, checked: what can be wrong is found before anything listens.
package struct Blueprint: Sendable {
    let world: World
    let options: Sandbox.Options
    let amazonQuirks: Set<AmazonQuirk>
    let plytixQuirks: Set<PlytixQuirk>
    let examples: PublishedExamples

    /// Reads or makes the world: some seconds for 100,000 ASINs.
    package init(_ options: Sandbox.Options) throws(SandboxError) {
        guard options.speed > 0, options.speed <= 1_000_000 else {
            throw .badSpeed(options.speed)
        }
        guard (0...65_535).contains(options.port) else {
            throw .cannotListen(port: options.port, reason: "ports go from 0 to 65535")
        }
        let unknown = options.quirks.filter { !Self.quirkNames.contains($0) }
        guard unknown.isEmpty else { throw .unknownQuirks(unknown, known: Self.quirkNames) }
        self.options = options
        amazonQuirks = Set(options.quirks.compactMap(AmazonQuirk.init))
        plytixQuirks = Set(options.quirks.compactMap(PlytixQuirk.init))
        examples = try Self.examples(options.examples)
        world = try Self.world(options.world, seed: options.seed)
    }

    /// The names of all quirks, Amazon's first.
    package static let quirkNames =
        AmazonQuirk.allCases.map(\.rawValue) + PlytixQuirk.allCases.map(\.rawValue)

    private static func examples(
        _ files: [[UInt8]]
    ) throws(SandboxError) -> PublishedExamples {
        do throws(JSONError) {
            var documents: [JSONValue] = []
            for file in files { documents.append(try JSONValue(parsing: file)) }
            return try PublishedExamples(documents)
        } catch {
            throw .badExamples(error)
        }
    }

    private static func world(
        _ source: Sandbox.WorldSource, seed: UInt64
    ) throws(SandboxError) -> World {
        switch source {
        case .bundled: return .bundled
        case .generated(let count):
            guard (1...1_000_000).contains(count) else { throw .badCount(count) }
            return .generated(count: count, seed: seed)
        case .file(let bytes):
            do throws(JSONError) {
                return try World(json: try JSONValue(parsing: bytes))
            } catch {
                throw .badCatalogue(error)
            }
        }
    }
}
