package import Catalog

/// A key of a `Table`, by a text: keys are equal where their texts are.
package protocol TableKey: Hashable, Sendable {
    var tableText: String { get }
    /// Nil for a text that no key has.
    init?(tableText: String)
}

extension String: TableKey {
    package var tableText: String { self }
    package init?(tableText: String) { self = tableText }
}

extension ItemKey: TableKey {
    package var tableText: String { marketplace.code + "/" + asin.text }
    package init?(tableText: String) { self.init(tableText) }
}

extension RunID: TableKey {
    package var tableText: String { text }
    package init?(tableText: String) { self.init(text: tableText) }
}

extension PageState.Key: TableKey {
    package var tableText: String {
        [system.text, source].map(Self.escaped).joined(separator: "\n") + "\n" + cell
    }

    package init?(tableText: String) {
        // Over scalars, since a carriage return before it would hide a line feed in a character.
        let scalars = tableText.unicodeScalars
        guard let first = scalars.firstIndex(of: "\n"),
            let second = scalars[scalars.index(after: first)...].firstIndex(of: "\n")
        else { return nil }
        self.init(
            system: System(text: Self.unescaped(scalars[..<first])),
            source: Self.unescaped(scalars[scalars.index(after: first)..<second]),
            cell: String(scalars[scalars.index(after: second)...]))
    }

    private static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
            case "\\": escaped.append(contentsOf: "\\\\".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    private static func unescaped(_ text: Substring.UnicodeScalarView) -> String {
        var plain = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in text {
            if scalar == "\\", !isEscaped {
                isEscaped = true
            } else {
                plain.append(isEscaped && scalar == "n" ? "\n" : scalar)
                isEscaped = false
            }
        }
        return String(plain)
    }
}
