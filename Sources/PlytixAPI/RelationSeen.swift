import JSON

/// A definition of a relation between products as an answer shows it.
package struct RelationSeen: Sendable, Hashable {
    package let id: String
    package let label: String
    package let name: String

    package init(id: String, label: String, name: String) {
        self.id = id
        self.label = label
        self.name = name
    }

    /// Nil without id and name; the label is Plytix' slug of the name, made here where it is not
    /// shown.
    init?(_ json: JSONValue) {
        guard let id = json["id"].plainText, let name = json["name"].plainText else { return nil }
        self.init(id: id, label: json["label"].plainText ?? Self.slug(name), name: name)
    }

    /// Lower case, with blanks and `- . :` as underscores (`plytix-api.md` 7).
    private static func slug(_ name: String) -> String {
        String(name.lowercased().map { " -.:".contains($0) ? "_" : $0 })
    }
}
