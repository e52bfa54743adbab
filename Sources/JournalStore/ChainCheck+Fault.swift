// Which part of a wrong event was changed.

import Catalog

extension ChainCheck {
    /// Which part of an event was changed, by which of its parts still fit together.
    mutating func fault(
        of event: borrowing ScannedRecord, isHashRight: Bool, bodyHash: Digest?, blobs: [Digest]
    ) -> EventFault {
        // The header, with the hash of the body in it, fits: so the body does not.
        if isHashRight { return .body }
        if let bodyHash, bodyHash != Digest(bytes: event.bodyHashBytes) {
            let other = bodyHash.bytes.withUnsafeBytes {
                self.hash(of: event, blobs: blobs, bodyHash: $0)
            }
            return other == Digest(bytes: event.hashBytes) ? .bodyHash : .several
        }
        return .header
    }

    /// True when the next event was written after one with this hash, so that of this event only
    /// the hash was changed.
    func doesNextFollow(_ hash: Digest) -> Bool {
        guard
            var next = try? ChainCheck(
                reader, behind: JournalHead(sequence: sequence + 1, hash: hash))
        else { return false }
        return next.advance(through: sequence + 2) == nil && next.sequence == sequence + 2
    }
}
