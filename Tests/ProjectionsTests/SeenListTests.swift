import Catalog
import Events
import SandboxWorld
import TestSupport
import Testing

@testable import Projections

@Suite struct `What a reading gives, told as what is other than before` {
    @Test(arguments: Seeds.first(200))
    func `is what a plain list would hold`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var list = SeenList()
        var before: [SeenItem] = []
        for reading in 1...4 {
            var plain: [SeenItem] = []
            list.begin(after: before)
            for _ in 0..<random.below(6) {
                append(to: &list, &plain, before: before, reading: reading, &random)
                #expect(list.items == plain && list.count == plain.count)
                let start = random.below(plain.count + 1)
                #expect(list[start..<plain.count + 3] == Array(plain[start...]))
            }
            #expect(list.before == before)
            list.finish()
            let subjects = Set(plain.map(\.subject))
            let isWhole = before.allSatisfy { subjects.contains($0.subject) }
            #expect(list.items == plain)
            #expect(list.before == (isWhole ? [] : before))
            before = list.items
        }
    }

    /// Mostly goes on in step with the reading before, as pages do.
    private func append(
        to list: inout SeenList, _ plain: inout [SeenItem], before: [SeenItem], reading: Int,
        _ random: inout SplitMix64
    ) {
        let place = random.chance(700) ? plain.count : random.below(7)
        if place < before.count, random.chance(500) {
            let places = place...(place + random.below(before.count - place))
            list.append(same: places)
            plain += before[places]
        } else {
            let subject = place < before.count ? before[place].subject : .sku("\(place)")
            let item = SeenItem(subject: subject, hash: .of("\(reading)"))
            list.append(item)
            plain.append(item)
        }
    }
}
