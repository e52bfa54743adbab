import Catalog
import HTTPTypes
import JSON
import Testing

@testable import PlytixSandbox

/// What shows whether a quirk is on: an observation, and what it gives without and with it.
struct QuirkProof {
    let off: String
    let on: String
    let observe: (Bench) -> String

    init(_ off: String, _ on: String, _ observe: @escaping (Bench) -> String) {
        self.off = off
        self.on = on
        self.observe = observe
    }
}

@Suite struct `Each quirk` {
    @Test(arguments: Quirk.allCases)
    func `shows when it is on, and does not when it is off`(_ quirk: Quirk) {
        let proof = quirk.proof
        #expect(proof.observe(quirk.bench([])) == proof.off)
        #expect(proof.observe(quirk.bench([quirk])) == proof.on)
    }

    @Test func `has a name of its own in kebab case`() {
        let names = Quirk.allCases.map(\.rawValue)
        #expect(Set(names).count == names.count)
        #expect(
            names.allSatisfy { name in
                name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }
            })
        #expect(Quirk(rawValue: "asset-duplicate-by-bytes") == .assetDuplicateByBytes)
    }

    @Test func `of all does not crash anything`() {
        let bench = Bench(Set(Quirk.allCases))
        for route in Router.routes {
            let path = route.pattern.dropFirst().joined(separator: "/")
            #expect(bench.send(route.method, path, [:]).status >= 200)
        }
    }
}

extension Quirk {
    /// A bench for the proof; limits only where the quirk is about them.
    func bench(_ quirks: Set<Quirk>) -> Bench {
        switch self {
        case .retryAfterAbsent, .retryAfterDecimal, .retryAfterDate, .limitBodyGateway,
            .limitBodyPlain, .limitBodyEmpty, .limitBodyHTML, .limitsPerVersion,
            .limitsCountTokens, .windowsFromFirstRequest, .claimsFlat, .claimsWithoutLimits:
            let bench = Bench(quirks, limits: [.init(requests: 2, seconds: 10)])
            bench.wait(.milliseconds(2_500))
            return bench
        case .refusalsCounted, .retryAfterLongest:
            // Its windows begin at multiples of their lengths: 198 s are left of the longer one.
            let bench = Bench(
                quirks,
                limits: [.init(requests: 2, seconds: 10), .init(requests: 3, seconds: 200)])
            bench.wait(.milliseconds(2_500))
            return bench
        case .errorBodyGateway, .errorBodyEmpty, .errorBodyHTML:
            return Bench(quirks, permissions: [.read])
        default: return Bench(quirks)
        }
    }

    var proof: QuirkProof {
        assetProof ?? linkProof ?? productProof ?? searchProof ?? definitionProof ?? relationProof
            ?? limitProof ?? answerProof ?? QuirkProof("no proof", "no proof") { _ in "missing" }
    }
}
