package import Catalog
package import JSON

/// An item as it stood on a page.
package struct SeenItem: ObjectCoded, Hashable, Sendable {
    /// What the item is about.
    package var subject: Subject
    /// The digest of the item in our words; equal hashes are unchanged items.
    package var hash: Digest

    package init(subject: Subject, hash: Digest) {
        self.subject = subject
        self.hash = hash
    }
}

extension SeenItem {
    package init(from json: inout JSONReader) throws(JSONError) {
        var subject: Subject?
        var hash: Digest?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "subject": subject = try json.read(key)
            case "hash": hash = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            subject: try required(subject, "subject"), hash: try required(hash, "hash"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("subject", subject)
            json.member("hash", hash)
        }
    }
}
