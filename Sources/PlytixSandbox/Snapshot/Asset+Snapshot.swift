import Catalog
import JSON

extension Asset: Snapshotted {
    var snapshot: JSONValue {
        [
            "id": .string(id), "filename": .string(filename),
            "content_type": .string(contentType),
            "bytes": .string(Base64.encode(bytes, for: .standard)),
            "source_url": JSONValue(sourceURL), "public": isPublic.map { .bool($0) } ?? .null,
            "categories": JSONValue(categoryIDs), "created": created.snapshot,
            "modified": modified.snapshot, "file_modified": fileModified.snapshot,
        ]
    }

    init(snapshot: SnapshotReader) throws(JSONError) {
        self.init(
            id: try snapshot.string("id"), filename: try snapshot.string("filename"),
            contentType: try snapshot.string("content_type"), bytes: try snapshot.bytes("bytes"),
            sourceURL: snapshot.optional("source_url"), isPublic: snapshot.optionalBool("public"),
            categoryIDs: snapshot.strings("categories"), created: try snapshot.instant("created"),
            modified: try snapshot.instant("modified"),
            fileModified: try snapshot.instant("file_modified"))
    }
}
