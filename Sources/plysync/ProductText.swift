import Catalog
import JSON

/// The page of one product for people.
struct ProductText {
    private let page: JSONValue
    private let history: [Record]

    init(_ page: JSONValue, history: [Record]) {
        self.page = page
        self.history = history
    }

    var text: String {
        let title = page["item"].string.map { "\(page["sku"].plain)  (\($0) at Amazon)" }
        var lines = [title ?? "\(page["sku"].plain)  (a product of your own)"]
        lines += section("Your product", members(page["canonical"]))
        lines += section("Amazon", amazon)
        lines += section("Match", match)
        lines += section("Plytix", plytix)
        lines += section("Relations", relations)
        lines += section(
            "Failures",
            page["failures"].elements.map { failure in
                let tries = counted(failure["attempts"].int ?? 1, "run") + " tried"
                let end = failure["accepted"].bool == true ? "accepted" : tries
                return [failure["key"].plain, "\(failure["reason"].plain) (\(end))"]
            })
        lines += ["", "History"] + history.map(EventText.line)
        return lines.map(printable).joined(separator: "\n")
    }

    private func section(_ title: String, _ rows: [[String]]) -> [String] {
        guard !rows.isEmpty else { return [] }
        var table = TextTable()
        for row in rows { table.add(row) }
        return ["", title] + table.lines.map { "  " + $0 }
    }

    private func members(_ value: JSONValue) -> [[String]] {
        (value.object?.members ?? []).map { [$0.key, $0.value.plain] }
    }

    private var amazon: [[String]] {
        let amazon = page["amazon"]
        return (amazon.object?.members ?? []).flatMap { key, value -> [[String]] in
            switch key {
            case "identifiers":
                value.elements.map { [$0["type"].plain.lowercased(), $0["value"].plain] }
            case "pictures":
                value.elements.map { ["picture \($0["slot"].plain)", $0["url"].plain] }
            case "event": [["recorded", "event \(value.plain)"]]
            default: value.elements.isEmpty && value.array != nil ? [] : [[key, value.plain]]
            }
        }
    }

    private var match: [[String]] {
        let match = page["match"]
        guard match.object != nil else { return [] }
        guard let sku = match["canonical_sku"].string else {
            return [["none", match["reason"].plain]]
                + match["tried"].elements.map { ["tried \($0["rule"].plain)", $0["value"].plain] }
        }
        let evidence = [match["amazon"], match["canonical"]].map { side in
            "\(side["field"].plain) \(side["found"].plain)"
        }
        return [
            ["belongs to", "\(sku) by \(match["rule"].plain) (event \(match["event"].plain))"],
            ["evidence", "Amazon's \(evidence[0]) is its \(evidence[1])"],
        ] + match["losers"].elements.map { ["not", "\($0["sku"].plain): \($0["reason"].plain)"] }
    }

    private var plytix: [[String]] {
        let plytix = page["plytix"]
        guard plytix.object != nil else {
            return page["item"].isNull ? [] : [["not there", "nothing was written or seen yet"]]
        }
        var rows = [
            ["id", plytix["id"].plain + (plytix["adopted"].bool == true ? " (adopted)" : "")]
        ]
        if plytix["gone"].bool == true { rows.append(["gone", "somebody deleted it in Plytix"]) }
        rows.append(["family", plytix["family"].plain])
        for (name, field) in plytix["fields"].object?.members ?? [] {
            let drift =
                field["drifted"].bool == true ? "  (written: \(field["written"].plain))" : ""
            let event = field["event"].int.map { "  [event \($0)]" } ?? ""
            rows.append([name, field["live"].plain + drift + event])
        }
        rows.append(["gallery", plytix["gallery"].plain])
        rows.append(["thumbnail", plytix["thumbnail"].plain])
        return rows
    }

    private var relations: [[String]] {
        (page["relations"].object?.members ?? []).flatMap { label, ends -> [[String]] in
            [("to", ends["to"]), ("from", ends["from"])].filter { !$0.1.elements.isEmpty }
                .map { ["\(label) \($0.0)", $0.1.plain] }
        }
    }
}

extension JSONValue {
    /// The value for people: texts as they are, lists with commas, nothing as a dash.
    fileprivate var plain: String {
        switch self {
        case .null: "-"
        case .string(let text): text
        case .array(let elements):
            elements.isEmpty ? "-" : elements.map(\.plain).joined(separator: ", ")
        default: text
        }
    }
}
