import JSON

/// Requests that a server counted, by what they are for.
struct DemoRequests {
    private let rows: [Row]

    struct Row {
        let system: String
        let operation: String
        let status: Int
        let isWrite: Bool
        let count: Int
    }

    init(_ json: JSONValue) {
        rows = json["counts"].elements.map { row in
            Row(
                system: row["system"].string ?? "", operation: row["operation"].string ?? "",
                status: row["status"].int ?? 0, isWrite: row["write"].bool ?? false,
                count: row["count"].int ?? 0)
        }
    }

    private init(rows: [Row]) { self.rows = rows }

    /// What was counted since an earlier look.
    func since(_ earlier: DemoRequests) -> DemoRequests {
        DemoRequests(
            rows: rows.map { row in
                let before = earlier.rows.filter {
                    ($0.system, $0.operation, $0.status, $0.isWrite)
                        == (row.system, row.operation, row.status, row.isWrite)
                }
                return Row(
                    system: row.system, operation: row.operation, status: row.status,
                    isWrite: row.isWrite, count: row.count - before.reduce(0) { $0 + $1.count })
            })
    }

    /// Writes to Plytix: anything but reading, searching and fetching tokens.
    var writes: Int { count { $0.system == "plytix" && $0.isWrite } }
    var plytix: Int { count { $0.system == "plytix" } }
    /// Requests to Amazon's catalogue, without tokens.
    var amazon: Int { count { $0.system == "amazon" } }
    /// Pictures that Plytix was asked to take.
    var uploads: Int { count { $0.operation == "createAsset" } }

    /// By the phase of the workflow that needs them, in its order; those without requests left out.
    var phases: [(name: String, count: Int)] {
        let names = ["export", "schema", "map and survey", "products", "relationships", "images"]
        let counted = names.map { name in (name, count { Self.phase(of: $0) == name }) }
        return (counted + [("tokens", count { Self.phase(of: $0) == "tokens" })])
            .filter { $0.1 > 0 }
    }

    private func count(_ isCounted: (Row) -> Bool) -> Int {
        rows.filter(isCounted).reduce(0) { $0 + $1.count }
    }

    private static func phase(of row: Row) -> String {
        let operation = row.operation.lowercased()
        switch row.system {
        case "amazon": return "export"
        case "plytix" where operation.contains("token"): return "tokens"
        case "plytix" where operation == "assignfamily": return "products"
        case "plytix" where operation == "searchproducts": return "map and survey"
        case "plytix" where operation.contains("asset"): return "images"
        case "plytix" where definitions.contains(where: operation.contains): return "schema"
        case "plytix" where operation.hasSuffix("linkproducts"): return "relationships"
        case "plytix": return "products"
        default: return row.system == "lwa" ? "tokens" : ""
        }
    }

    private static let definitions = [
        "attribute", "famil", "createrelationship", "searchrelationships", "getrelationship",
    ]
}
