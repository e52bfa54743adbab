// States have no equality of their own: what they hold is compared as text, all of it, so that a
// property that is added later is compared too.

import Catalog
import JSON

/// Draws any value as lines, one a leaf, in an order that depends on nothing but the value.
package enum Drawing {
    /// The lines of a value, each with the path that leads to it.
    package static func lines(of value: Any) -> [String] {
        var lines: [String] = []
        draw(value, path: "", into: &lines)
        return lines
    }

    /// What a change took away and what it brought: `- line` and `+ line`.
    package static func difference(from before: Any, to after: Any) -> [String] {
        let (before, after) = (lines(of: before), lines(of: after))
        let (old, new) = (Set(before), Set(after))
        return before.filter { !new.contains($0) }.map { "- " + $0 }
            + after.filter { !old.contains($0) }.map { "+ " + $0 }
    }

    private static func draw(_ value: Any, path: String, into lines: inout [String]) {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional:
            if let some = mirror.children.first {
                draw(some.value, path: path + "?", into: &lines)
            } else {
                lines.append("\(path) = nil")
            }
        case .dictionary:
            for (key, value) in entries(of: mirror) {
                draw(value, path: "\(path)[\(key)]", into: &lines)
            }
        case .set:
            let elements = mirror.children.map { one($0.value) }.sorted()
            lines.append("\(path) = {\(elements.joined(separator: "; "))}")
        case .collection where mirror.children.isEmpty: lines.append("\(path) = []")
        case .collection, .tuple:
            for (index, child) in mirror.children.enumerated() {
                draw(child.value, path: "\(path).\(index)", into: &lines)
            }
        default:
            if let text = leaf(value, mirror) {
                lines.append("\(path) = \(text)")
            } else {
                for child in mirror.children {
                    draw(child.value, path: "\(path).\(child.label ?? "_")", into: &lines)
                }
            }
        }
    }

    /// The entries of a dictionary by the text of their keys.
    private static func entries(of mirror: Mirror) -> [(key: String, value: Any)] {
        mirror.children.compactMap { child -> (key: String, value: Any)? in
            let pair = Array(Mirror(reflecting: child.value).children)
            return pair.count == 2 ? (one(pair[0].value), pair[1].value) : nil
        }.sorted { $0.key < $1.key }
    }

    private static func one(_ value: Any) -> String {
        leaf(value, Mirror(reflecting: value)) ?? lines(of: value).joined(separator: ", ")
    }

    /// The text of a value that is drawn whole; nil when its parts are drawn.
    private static func leaf(_ value: Any, _ mirror: Mirror) -> String? {
        switch value {
        case let value as JSONValue: value.canonical.text
        case let value as JSONObject: JSONValue.object(value).canonical.text
        // The beginning of a digest tells it apart as well.
        case let value as Digest: String(value.hex.prefix(8))
        case let value as any CustomStringConvertible: value.description
        default: mirror.children.isEmpty ? "\(value)" : nil
        }
    }
}
