import HTTP
import JSON
import SandboxServer
import Testing

@Suite struct `Options of a sandbox` {
    @Test func `with an unknown quirk are refused with the names of all quirks`() {
        let error = #expect(throws: SandboxError.self) {
            try Blueprint(Sandbox.Options(quirks: ["brand-underscore", "brand-overscore"]))
        }
        #expect(error?.description == "the sandbox knows no quirk called brand-overscore")
        for name in Blueprint.quirkNames { #expect(error?.hint.contains(name) == true) }
    }

    @Test func `name a quirk of one system only`() {
        #expect(Set(Blueprint.quirkNames).count == Blueprint.quirkNames.count)
    }

    @Test func `may name every quirk`() throws {
        _ = try Blueprint(Sandbox.Options(quirks: Blueprint.quirkNames))
    }

    @Test(arguments: [0, -1, .nan, .infinity])
    func `with a speed that is none are refused`(speed: Double) {
        #expect(throws: SandboxError.self) { try Blueprint(Sandbox.Options(speed: speed)) }
    }

    @Test(arguments: [-1, 65_536, 99_999])
    func `with a port that is none are refused`(port: Int) {
        #expect(throws: SandboxError.cannotListen(port: port, reason: "ports go from 0 to 65535")) {
            try Blueprint(Sandbox.Options(port: port))
        }
    }

    @Test(arguments: [0, -5, 1_000_001])
    func `with a number of ASINs that cannot be made are refused`(count: Int) {
        #expect(throws: SandboxError.badCount(count)) {
            try Blueprint(Sandbox.Options(world: .generated(count)))
        }
    }

    @Test(arguments: [
        ("{", "the catalogue cannot be used: not JSON at byte 1"),
        (#"{"items": [{"asin": "B1"}]}"#, #"the catalogue cannot be used: "items[0].asin""#),
        (#"{"itmes": []}"#, #"the catalogue cannot be used: "itmes""#),
    ])
    func `with a bad catalogue are refused with the place`(text: String, beginning: String) {
        let error = #expect(throws: SandboxError.self) {
            try Blueprint(Sandbox.Options(world: .file(Array(text.utf8))))
        }
        #expect(error?.description.hasPrefix(beginning) == true, "\(error?.description ?? "")")
    }

    @Test func `may take their catalogue from what another sandbox says`() throws {
        let first = Visitor(
            sandbox: try makeSandbox(Sandbox.Options(world: .generated(40), seed: 3)))
        let catalogue = first.get("/control/catalog").body
        let second = Visitor(sandbox: try makeSandbox(Sandbox.Options(world: .file(catalogue))))
        #expect(second.get("/control/catalog").body == catalogue)
        #expect(try JSONValue(parsing: catalogue)["items"].elements.count == 40)
    }
}
