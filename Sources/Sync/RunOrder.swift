package import AmazonAPI
package import Catalog
package import Mapping
package import Planning

/// What a command wants of a run.
package struct RunOrder: Sendable {
    /// As typed, for the record.
    package var command: [String]
    /// What the run does and counts.
    package var phases: Set<Phase>
    /// What is exported; nil to work from what the journal knows.
    package var scope: Scope?
    /// The items of a scope that is a file, by marketplace.
    package var fileItems: [CatalogItem] = []
    /// Restricts the items that are not given by a scope, and the canonical products that are read.
    package var style: String?
    /// Matches that a mapping file gives, instead of the rules.
    package var mapping: [MappingFile.Given]?
    package var execute = false
    /// Do the first so many products completely, and stop.
    package var productsMax: Int?
    package var allowsMassChange = false
    /// Definitions only.
    package var isSchemaOnly = false
    /// The target whose state is built in this one.
    package var replay: Replay?

    package struct Replay: Sendable {
        package var source: String
        /// The last event that counts; nil for all.
        package var through: Int?
        package var stubs: Desired.Stubs

        package init(source: String, through: Int? = nil, stubs: Desired.Stubs = .linked) {
            self.source = source
            self.through = through
            self.stubs = stubs
        }
    }

    package init(command: [String], phases: Set<Phase>, scope: Scope? = nil) {
        self.command = command
        self.phases = phases
        self.scope = scope
    }

    /// Whether the run needs a Plytix account.
    var needsPlytix: Bool { !phases.subtracting([.export]).isEmpty || isSchemaOnly }
    /// Whether it decides on matches.
    var matches: Bool { phases.contains(.map) && replay == nil }
    /// Whether it may write to Plytix.
    var delivers: Bool {
        isSchemaOnly || !phases.isDisjoint(with: [.products, .relationships, .images])
    }
}
