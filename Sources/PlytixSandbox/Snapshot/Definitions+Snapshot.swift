import Catalog
import JSON

extension AttributeDefinition: Snapshotted {
    var snapshot: JSONValue {
        [
            "id": .string(id), "label": .string(label), "name": .string(name),
            "type": .string(type.rawValue), "description": JSONValue(description),
            "options": JSONValue(options), "manual": .bool(isManuallySorted),
            "ascending": .bool(isAscending),
            "parts": .array(parts.map { ["id": JSONValue($0.id), "label": .string($0.label)] }),
            "usages": .array(usages.map(\.json)),
        ]
    }

    init(snapshot: SnapshotReader) throws(JSONError) {
        guard let type = TypeClass(rawValue: try snapshot.string("type")) else {
            throw .invalid(key: "type", reason: "unknown type of attribute")
        }
        self.init(
            id: try snapshot.string("id"), label: try snapshot.string("label"),
            name: try snapshot.string("name"), type: type,
            description: snapshot.optional("description"), options: snapshot.strings("options"),
            isManuallySorted: try snapshot.bool("manual"),
            isAscending: try snapshot.bool("ascending"),
            parts: try snapshot.list("parts") { part throws(JSONError) in
                Part(id: part.optional("id"), label: try part.string("label"))
            },
            usages: try snapshot.list("usages", Usage.init(snapshot:)))
    }
}

extension Usage: Snapshotted {
    var snapshot: JSONValue { json }

    init(snapshot: SnapshotReader) throws(JSONError) {
        self.init(id: try snapshot.string("id"), name: try snapshot.string("name"))
    }
}

extension AttributeGroup: Snapshotted {
    var snapshot: JSONValue {
        [
            "id": .string(id), "name": .string(name), "labels": JSONValue(attributeLabels),
            "order": JSONValue(order),
        ]
    }

    init(snapshot: SnapshotReader) throws(JSONError) {
        self.init(
            id: try snapshot.string("id"), name: try snapshot.string("name"),
            attributeLabels: snapshot.strings("labels"), order: try snapshot.int("order"))
    }
}

extension Family: Snapshotted {
    var snapshot: JSONValue {
        [
            "id": .string(id), "name": .string(name), "created": created.snapshot,
            "modified": modified.snapshot,
            "attributes": .array(
                attributes.map { ["id": .string($0.attributeID), "level": .string($0.level)] }),
        ]
    }

    init(snapshot: SnapshotReader) throws(JSONError) {
        self.init(
            id: try snapshot.string("id"), name: try snapshot.string("name"),
            attributes: try snapshot.list("attributes") { member throws(JSONError) in
                Membership(
                    attributeID: try member.string("id"), level: try member.string("level"))
            },
            created: try snapshot.instant("created"), modified: try snapshot.instant("modified"))
    }
}

extension RelationshipDefinition: Snapshotted {
    var snapshot: JSONValue {
        [
            "id": .string(id), "label": .string(label), "name": .string(name),
            "symmetrical": .bool(isSymmetrical), "usages": .array(usages.map(\.json)),
            "created": created.snapshot, "modified": modified.snapshot,
        ]
    }

    init(snapshot: SnapshotReader) throws(JSONError) {
        self.init(
            id: try snapshot.string("id"), label: try snapshot.string("label"),
            name: try snapshot.string("name"), isSymmetrical: try snapshot.bool("symmetrical"),
            usages: try snapshot.list("usages", Usage.init(snapshot:)),
            created: try snapshot.instant("created"), modified: try snapshot.instant("modified"))
    }
}

extension Category: Snapshotted {
    var snapshot: JSONValue {
        [
            "id": .string(id), "name": .string(name), "parent": JSONValue(parentID),
            "order": JSONValue(order), "modified": modified.snapshot,
        ]
    }

    init(snapshot: SnapshotReader) throws(JSONError) {
        self.init(
            id: try snapshot.string("id"), name: try snapshot.string("name"),
            parentID: snapshot.optional("parent"), order: try snapshot.int("order"),
            modified: try snapshot.instant("modified"))
    }
}
