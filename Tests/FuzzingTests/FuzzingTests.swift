import SandboxWorld
import Testing

extension FuzzTarget: CustomTestStringConvertible {
    var testDescription: String { name }
}

@Suite struct `What others wrote` {
    @Test(arguments: FuzzTarget.all)
    func `is read as it is`(target: FuzzTarget) async {
        #expect(!target.seeds().isEmpty)
        for seed in target.seeds() { #expect(await target.examine(seed) == nil) }
    }

    /// A sample of what `tools/fuzz` does at length.
    @Test(arguments: FuzzTarget.all)
    func `and then damaged gives a value or an error`(target: FuzzTarget) async {
        var mutator = Mutator(seed: 1, seeds: target.seeds())
        for _ in 0..<60 {
            let input = mutator.next()
            let complaint = await target.examine(input)
            #expect(complaint == nil, "\(String(decoding: input, as: UTF8.self))")
        }
    }
}
