import HTTP
import JSON

/// What an error answer says, in whichever of the known shapes it says it (`plytix-api.md` 4,
/// `plytix-unknowns.md` 2, 22, 24).
struct ServerComplaint: Sendable, Hashable {
    /// The sentence; empty when there is none.
    let message: String
    let entries: [Entry]
    /// The whole body, for what stands where nobody expected it.
    let body: JSONValue

    struct Entry: Sendable, Hashable {
        let field: String
        /// A text, a number or an object, as text.
        let message: String
        let value: String?
    }

    init(_ response: Response) {
        // Gateways answer with HTML: such a body says nothing that we could use.
        let body = (try? response.json()) ?? .null
        let error = body["error"].object == nil ? body : body["error"]
        self.body = body
        message =
            [error["msg"], error["message"], body["detail"], body["error"]].lazy
            .compactMap(\.plainText).first ?? ""
        let listed = error["errors"].elements + body["detail"].elements
        entries = listed.map { entry in
            Entry(
                field: entry["field"].plainText ?? entry["name"].plainText ?? "",
                message: [entry["msg"], entry["description"]].lazy.compactMap(\.anyText).first
                    ?? "",
                value: entry["value"].plainText)
        }
    }

    /// All that is said, in lower case, to look for words in.
    var words: String {
        ([message] + entries.map(\.message)).joined(separator: " ").lowercased()
    }

    /// Whether it says that something of the name is there already.
    var saysTaken: Bool {
        ["already", "exists", "same ", "duplicate", "taken", "unique"].contains {
            words.contains($0)
        } && !words.contains("does not exist")
    }
}

extension JSONValue {
    /// A text that is not empty; a number by its text.
    var plainText: String? {
        switch self {
        case .string(let text): text.isEmpty ? nil : text
        case .number(let number): number.text
        default: nil
        }
    }

    /// Anything but null as text: texts as they are, the rest as JSON.
    fileprivate var anyText: String? {
        switch self {
        case .null: nil
        case .string(let text): text
        default: text
        }
    }
}
