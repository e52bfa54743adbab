internal import SandboxFaults

/// How often one kind of fault hit one operation.
struct FaultCount: Sendable, Comparable {
    let key: Key
    let count: Int

    struct Key: Hashable, Sendable {
        let name: OperationName
        /// `answered 503` or `dropped before`, say.
        let fault: String
        /// What was answered without asking the system; nil for a closed connection.
        let status: Int?
        /// Whether the system carried the request out, and so counted it itself.
        let isApplied: Bool

        init(_ name: OperationName, _ kind: Fault.Kind) {
            self.name = name
            switch kind {
            case .none: (fault, status, isApplied) = ("delayed", nil, true)
            case .answer(let status, _, _, let isApplied):
                (fault, self.status, self.isApplied) = ("answered \(status)", status, isApplied)
            case .dropBefore: (fault, status, isApplied) = ("dropped before", nil, false)
            case .dropAfter: (fault, status, isApplied) = ("dropped after", nil, true)
            case .cut: (fault, status, isApplied) = ("cut", nil, true)
            case .brokenJSON: (fault, status, isApplied) = ("broken JSON", nil, true)
            case .twice: (fault, status, isApplied) = ("carried out twice", nil, true)
            }
        }
    }

    init(_ key: Key, count: Int) {
        self.key = key
        self.count = count
    }

    static func < (a: FaultCount, b: FaultCount) -> Bool {
        (a.key.name.system.rawValue, a.key.name.operation, a.key.fault)
            < (b.key.name.system.rawValue, b.key.name.operation, b.key.fault)
    }
}
