/// One decoder that is given bytes of any kind: it must end, with a value or a typed error.
struct FuzzTarget: Sendable {
    /// What is done with the bytes; the answer is what is wrong with what came out, nil when
    /// nothing is.
    enum Examination: Sendable {
        case plain(@Sendable ([UInt8]) -> String?)
        case asynchronous(@Sendable ([UInt8]) async -> String?)
    }

    let name: String
    /// Inputs to begin with: what the decoder is made for.
    let seeds: @Sendable () -> [[UInt8]]
    let examination: Examination

    init(
        _ name: String, seeds: @escaping @Sendable () -> [[UInt8]],
        _ examine: @escaping @Sendable ([UInt8]) -> String?
    ) {
        self.name = name
        self.seeds = seeds
        examination = .plain(examine)
    }

    init(
        client name: String, seeds: @escaping @Sendable () -> [[UInt8]],
        _ examine: @escaping @Sendable ([UInt8]) async -> Void
    ) {
        self.name = name
        self.seeds = seeds
        examination = .asynchronous { bytes in
            await examine(bytes)
            return nil
        }
    }

    func examine(_ bytes: [UInt8]) async -> String? {
        switch examination {
        case .plain(let examine): examine(bytes)
        case .asynchronous(let examine): await examine(bytes)
        }
    }

    /// Everything that reads what others wrote.
    static let all: [FuzzTarget] = [
        json, event, history, amazonAnswer, plytixAnswer, amazonClient, plytixClient, header,
        packed, words,
        itemFile, mappingFile, asinFile, settings, blob, journalLine, snapshot, world,
        amazonSandbox, plytixSandbox,
    ]
}

extension FuzzTarget {
    static func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}
