import Catalog
import JSON
import Planning

/// A plan as JSON: its requests by stage, with what each changes and why.
enum PlanJSON {
    static func document(_ plan: Plan) -> JSONValue {
        let stages = plan.stages.map { stage -> JSONValue in
            [
                "stage": .string(stage.name.rawValue), "requests": JSONValue(stage.requests.count),
                "effects": .array(
                    stage.requests.map { request in
                        ["effects": .array(request.effects.map(effect)), "cause": causes(request)]
                    }),
            ]
        }
        return ["requests": JSONValue(plan.requestCount), "stages": .array(stages)]
    }

    private static func causes(_ request: PlannedRequest) -> JSONValue {
        .array(request.cause.map { JSONValue($0) })
    }

    private static func effect(_ effect: Effect) -> JSONValue {
        var json: JSONValue = [
            "key": .string(effect.key), "phase": .string(effect.phase.rawValue),
            "subject": .string(effect.subject.text),
        ]
        switch effect {
        case .setFields(_, let changes):
            json["changes"] = .array(
                changes.map { change in
                    [
                        "field": .string(change.field), "old": change.old ?? .null,
                        "new": change.new ?? .null, "rule": .string(change.rule.rawValue),
                        "reason": .string(change.reason.rawValue),
                    ]
                })
        case .setGallery(_, _, let files, let old):
            json["files"] = JSONValue(files)
            json["old"] = JSONValue(old)
        case .setThumbnail(_, let file, let old):
            json["file"] = .string(file)
            json["old"] = JSONValue(old)
        case .link(_, _, let targets), .unlink(_, _, let targets):
            json["targets"] = JSONValue(targets)
        case .uploadAsset(let asset): json["url"] = .string(asset.url)
        default: break
        }
        return json
    }
}
