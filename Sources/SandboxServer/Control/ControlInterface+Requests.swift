internal import AmazonSandbox
internal import HTTP
internal import JSON
internal import PlytixSandbox
internal import SandboxFaults

extension ControlInterface {
    /// Every request that arrived: what the systems counted, and what a fault kept from them.
    static let requests: @Sendable (Sandbox, Request) -> Response = { sandbox, _ in
        let rows = rows(of: sandbox)
        var systems = JSONObject()
        for system in SandboxSystem.faultable {
            let own = rows.filter { $0.system == system.rawValue }
            systems[system.rawValue] = [
                "requests": JSONValue(own.reduce(0) { $0 + $1.count }),
                "writes": JSONValue(own.reduce(0) { $0 + ($1.isWrite ? $1.count : 0) }),
            ]
        }
        return Response(
            200,
            json: [
                "requests": JSONValue(rows.reduce(0) { $0 + $1.count }),
                "writes": JSONValue(rows.reduce(0) { $0 + ($1.isWrite ? $1.count : 0) }),
                "systems": .object(systems), "counts": .array(rows.map(\.json)),
                "faults": .array(sandbox.faults.counts.map(\.json)),
            ])
    }

    /// So many requests of one kind with one result.
    private struct Row {
        let system: String
        var target: String?
        let operation: String
        /// Nil: no answer, since a fault closed the connection before.
        let status: Int?
        let isWrite: Bool
        let count: Int

        var json: JSONValue {
            var object = JSONObject([("system", JSONValue(system))])
            object["target"] = target.map { JSONValue($0) }
            object["operation"] = JSONValue(operation)
            object["status"] = JSONValue(status)
            object["write"] = JSONValue(isWrite)
            object["count"] = JSONValue(count)
            return .object(object)
        }
    }

    private static func rows(of sandbox: Sandbox) -> [Row] {
        let amazon = sandbox.amazon.requestCounts().map {
            Row(
                system: $0.system, operation: $0.operation, status: $0.status, isWrite: false,
                count: $0.count)
        }
        let plytix = sandbox.plytix.requestCounts().map {
            Row(
                system: SandboxSystem.plytix.rawValue, target: $0.target, operation: $0.operation,
                status: $0.status, isWrite: $0.isWrite, count: $0.count)
        }
        let kept = sandbox.faults.counts.filter { !$0.key.isApplied }.map {
            Row(
                system: $0.key.name.system.rawValue, operation: $0.key.name.operation,
                status: $0.key.status, isWrite: $0.key.name.isWrite, count: $0.count)
        }
        return amazon + plytix + kept
    }
}
