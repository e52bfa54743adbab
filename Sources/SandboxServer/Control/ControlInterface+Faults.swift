internal import HTTP
internal import JSON
internal import SandboxFaults

extension ControlInterface {
    static let faults: @Sendable (Sandbox, Request) -> Response = { sandbox, _ in
        let (plan, progress) = sandbox.faults.current
        var body = plan.json
        // Beside each rule what it was about and what it hit, in the order of the rules.
        body["covered"] = .array(progress.covered.map { JSONValue($0) })
        body["hit"] = .array(progress.hit.map { JSONValue($0) })
        return Response(200, json: body)
    }

    static let setFaults: @Sendable (Sandbox, Request) -> Response = { sandbox, request in
        do throws(SandboxError) {
            let plan = try FaultPlan(text: request.body)
            sandbox.faults.replace(with: plan)
            return Response(200, json: plan.json)
        } catch {
            return Response(
                400, json: ["error": JSONValue(error.description), "hint": JSONValue(error.hint)])
        }
    }
}

extension FaultCount {
    var json: JSONValue {
        [
            "system": JSONValue(key.name.system.rawValue),
            "operation": JSONValue(key.name.operation), "fault": JSONValue(key.fault),
            "applied": JSONValue(key.isApplied), "count": JSONValue(count),
        ]
    }
}
