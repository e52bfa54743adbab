internal import HTTP
internal import JSON
internal import PlytixSandbox
internal import SandboxWorld

extension ControlInterface {
    static let state: @Sendable (Sandbox, Request) -> Response = { sandbox, request in
        guard let alias = alias(request), let state = sandbox.plytix.state(of: alias) else {
            return unknownTarget
        }
        return Response(200, json: state)
    }

    static let reset: @Sendable (Sandbox, Request) -> Response = { sandbox, request in
        guard let alias = alias(request) else { return unknownTarget }
        return Response(
            200, json: ["target": JSONValue(alias), "reset": .bool(sandbox.plytix.reset(alias))])
    }

    static let catalogue: @Sendable (Sandbox, Request) -> Response = { sandbox, _ in
        Response(200, json: sandbox.world.json)
    }
}
