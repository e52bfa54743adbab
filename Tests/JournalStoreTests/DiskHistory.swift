// What was asked of a disk, and what it may hold when the power fails in the middle of it.

/// The writes, syncs and changes of a folder, in their order.
struct DiskHistory: Sendable {
    /// A file is a number, since a name may stand for one file after the other.
    enum Step: Sendable {
        case create(String, file: Int)
        case delete(String)
        case write(file: Int, at: Int, [UInt8])
        case truncate(file: Int, size: Int)
        /// What was written to the file is on the disk.
        case sync(file: Int)
        /// What was written to the file is shown by the system, and will never be on the disk.
        case failedSync(file: Int)
        /// Names are on the disk as they are now.
        case syncFolder
        /// A caller was told that so many batches are kept.
        case acknowledge(batch: Int)
    }

    /// How much of what was not synced the disk lost.
    enum Loss: Hashable, Sendable {
        case everything
        /// Writes, sectors of writes, sizes and names, each by chance.
        case some(seed: UInt64)
    }

    var steps: [Step] = []

    /// The batches that a caller was told of.
    var acknowledged: Set<Int> {
        Set(steps.compactMap { if case .acknowledge(let batch) = $0 { batch } else { nil } })
    }

    /// How often the first bytes of files of a name were written.
    func beginnings(of name: String) -> Int {
        var files: Set<Int> = []
        var count = 0
        for step in steps {
            switch step {
            case .create(name, let file): files.insert(file)
            case .write(let file, 0, _) where files.contains(file): count += 1
            default: break
            }
        }
        return count
    }
}

/// A disk behind a number of steps: what it has for certain, and what is still on its way.
struct CutDisk {
    private struct File {
        var durable: [UInt8] = []
        var pending: [DiskHistory.Step] = []
    }
    /// The file that a name stands for from then on; nil for none.
    private struct NameChange {
        let name: String
        let file: Int?
    }

    private var files: [Int: File] = [:]
    private var names: [String: Int] = [:]
    private var pendingNames: [NameChange] = []
    /// The batches that a caller was told of.
    private(set) var acknowledged: Set<Int> = []

    private static let sectorBytes = 512

    mutating func take(_ step: DiskHistory.Step) {
        switch step {
        case .create(let name, let file):
            files[file] = File()
            pendingNames.append(NameChange(name: name, file: file))
        case .delete(let name): pendingNames.append(NameChange(name: name, file: nil))
        case .write(let file, _, _), .truncate(let file, _): files[file]?.pending.append(step)
        case .sync(let file):
            guard var synced = files[file] else { return }
            for step in synced.pending { Self.apply(step, to: &synced.durable) }
            synced.pending = []
            files[file] = synced
        case .failedSync(let file): files[file]?.pending = []
        case .syncFolder:
            for change in pendingNames { names[change.name] = change.file }
            pendingNames = []
        case .acknowledge(let batch): acknowledged.insert(batch)
        }
    }

    /// The files as they are found when the power is back.
    func contents(after loss: DiskHistory.Loss) -> [String: [UInt8]] {
        switch loss {
        case .everything: return names.compactMapValues { files[$0]?.durable }
        case .some(let seed):
            var random = Numbers(seed: seed)
            var names = names
            // Changes of one name reach the disk in their order, those of others when they like.
            var stuck: Set<String> = []
            for change in pendingNames where !stuck.contains(change.name) {
                if Bool.random(using: &random) {
                    names[change.name] = change.file
                } else {
                    stuck.insert(change.name)
                }
            }
            return names.sorted { $0.key < $1.key }.reduce(into: [:]) { contents, entry in
                contents[entry.key] = files[entry.value].map { Self.torn($0, using: &random) }
            }
        }
    }

    private static func torn(_ file: File, using random: inout Numbers) -> [UInt8] {
        var bytes = file.durable
        let (arriving, isTorn) = (
            Int.random(in: 1...9, using: &random), Bool.random(using: &random)
        )
        for step in file.pending {
            guard isTorn, case .write(let number, let start, let written) = step else {
                if Int.random(in: 0..<10, using: &random) < arriving { apply(step, to: &bytes) }
                continue
            }
            var position = 0
            while position < written.count {
                // Sectors of the disk, not of the write.
                let end = min(
                    written.count,
                    position + sectorBytes - (start + position) % sectorBytes)
                if Int.random(in: 0..<10, using: &random) < arriving {
                    let part = Array(written[position..<end])
                    apply(.write(file: number, at: start + position, part), to: &bytes)
                }
                position = end
            }
        }
        return bytes
    }

    /// What lies between the old end and a write behind it is zero.
    private static func apply(_ step: DiskHistory.Step, to bytes: inout [UInt8]) {
        switch step {
        case .write(_, let start, let written):
            let end = start + written.count
            if end > bytes.count {
                bytes += [UInt8](repeating: 0, count: end - bytes.count)
            }
            bytes.withUnsafeMutableBytes { bytes in
                bytes[start..<end].copyBytes(from: written)
            }
        case .truncate(_, let size):
            if size < bytes.count { bytes.removeLast(bytes.count - size) }
        default: preconditionFailure("only writes and truncations change a file's bytes")
        }
    }
}
