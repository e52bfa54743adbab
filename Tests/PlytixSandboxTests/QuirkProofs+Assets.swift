import Catalog
import HTTPTypes
import JSON

@testable import PlytixSandbox

extension Quirk {
    /// Statuses of uploads after `a.jpg`: the same again, the same URL under another name, another
    /// URL with the same bytes, another URL with the same name.
    private static func uploads(_ bench: Bench) -> String {
        bench.asset("a.jpg")
        func upload(_ file: String, _ name: String) -> String {
            let url = "\(Bench.pictures)/\(file)"
            let body: JSONValue = ["url": .string(url), "filename": .string(name)]
            return String(bench.post("v1/assets", body).status)
        }
        return [
            upload("a.jpg", "a.jpg"), upload("a.jpg", "b.jpg"), upload("twin.jpg", "c.jpg"),
            upload("other.jpg", "a.jpg"),
        ].joined(separator: " ")
    }

    /// The 409 of a second upload, the id replaced.
    private static func conflict(_ bench: Bench) -> String {
        let id = bench.asset("a.jpg")
        let body: JSONValue = ["url": .string("\(Bench.pictures)/a.jpg")]
        return bench.post("v1/assets", body).text.replacing(id, with: "ID")
    }
    private static let conflictOff =
        #"409 {"error":{"errors":[{"field":"asset.id","msg":"ID"}],"msg":"Asset already exists"}}"#

    private static func unfetchable(_ bench: Bench) -> String {
        let reply = bench.post("v1/assets", ["url": .string("\(Bench.pictures)/gone.jpg")])
        return "\(reply.status) \(reply.first["file_size"].int ?? -1)"
    }

    var assetProof: QuirkProof? {
        switch self {
        case .assetDuplicateByBytes:
            QuirkProof("409 409 201 201", "409 409 409 201", Self.uploads)
        case .assetDuplicateByName:
            QuirkProof("409 409 201 201", "409 201 201 409", Self.uploads)
        case .assetDuplicateByURLAndName:
            QuirkProof("409 409 201 201", "409 201 201 201", Self.uploads)
        case .assetDuplicateNone:
            QuirkProof("409 409 201 201", "201 201 201 201", Self.uploads)
        case .assetConflictInDetails:
            QuirkProof(
                Self.conflictOff,
                #"409 {"details":{"existing_asset_id":"ID"},"error":{"msg":"Asset already exists"}}"#,
                Self.conflict)
        case .assetConflictWithoutErrors:
            QuirkProof(
                Self.conflictOff, #"409 {"error":{"errors":[],"msg":"Asset already exists"}}"#,
                Self.conflict)
        case .assetConflictInWords:
            QuirkProof(
                Self.conflictOff,
                #"409 {"error":{"errors":[{"field":"asset.id","msg":"already exists"}],"msg":"Asset already exists"}}"#,
                Self.conflict)
        case .assetConflictAsVersion3:
            QuirkProof(
                Self.conflictOff,
                #"409 {"data":[],"errors":[{"description":"Asset ID already exists","name":"AlreadyExists"}]}"#,
                Self.conflict)
        case .assetConflictWithDeleted:
            QuirkProof("201", "409") { bench in
                bench.delete("v1/assets/\(bench.asset("a.jpg"))")
                let body: JSONValue = ["url": .string("\(Bench.pictures)/a.jpg")]
                return String(bench.post("v1/assets", body).status)
            }
        case .unfetchableBadRequest: QuirkProof("422 -1", "400 -1", Self.unfetchable)
        case .unfetchableServerError: QuirkProof("422 -1", "500 -1", Self.unfetchable)
        case .unfetchableEmptyAsset: QuirkProof("422 -1", "201 0", Self.unfetchable)
        case .fetchedLater:
            QuirkProof("5 true 5 true", "0 false 5 true") { bench in
                let made = bench.post("v1/assets", ["url": .string("\(Bench.pictures)/a.jpg")])
                bench.wait(.seconds(1))
                bench.product("A")
                let later = bench.get("v1/assets/\(made.id)").first
                return [made.first, later].map { asset in
                    "\(asset["file_size"].text) \(asset["url"].string != nil)"
                }.joined(separator: " ")
            }
        case .assetURLsPlain:
            QuirkProof("https https", "http http") { bench in
                let asset = bench.get("v1/assets/\(bench.asset("a.jpg"))").first
                return ["url", "thumbnail"].map { key in
                    String(asset[key].string?.prefix { $0 != ":" } ?? "")
                }.joined(separator: " ")
            }
        case .contentUploadFails:
            QuirkProof("201", "500") { bench in
                let body: JSONValue = ["filename": "x.png", "content": "AAEC"]
                return String(bench.post("v1/assets", body).status)
            }
        case .assetPublicHonoured:
            QuirkProof("null", "true") { bench in
                let url = "\(Bench.pictures)/a.jpg"
                let body: JSONValue = ["url": .string(url), "public": true]
                return bench.post("v1/assets", body).first["public"].text
            }
        case .assetDeleteTooSoon:
            QuirkProof("204 204", "500 204") { bench in
                let soon = bench.delete("v1/assets/\(bench.asset("a.jpg"))").status
                let id = bench.asset("b.jpg")
                bench.wait(.seconds(3))
                return "\(soon) \(bench.delete("v1/assets/\(id)").status)"
            }
        default: nil
        }
    }
}
