/// A product attribute as it is defined.
struct AttributeDefinition: Stored, Equatable {
    let id: String
    /// The key under which products carry it; a slug that renaming does not change.
    let label: String
    var name: String
    var type: TypeClass
    var description: String?
    var options: [String] = []
    var isManuallySorted = true
    var isAscending = true
    /// Ids and labels of what a completeness attribute counts; the id is nil for system fields.
    var parts: [Part] = []
    /// E-catalogs that use it: it cannot be deleted then.
    var usages: [Usage] = []

    var key: String { label }

    struct Part: Sendable, Equatable {
        var id: String?
        var label: String
    }

    /// The options as the API shows them.
    var shownOptions: [String] {
        if isManuallySorted { return options }
        let sorted = options.sorted()
        return isAscending ? sorted : sorted.reversed()
    }
}
