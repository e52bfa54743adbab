import AmazonSandbox
import ContractSupport
import HTTP
import PlytixSandbox
import Testing

@Suite(.publishedSpecifications) struct `Contradictions of the specifications` {
    @Test func `each still happens`() async throws {
        let published = try #require(PublishedSpecifications.shared)
        let findings = try await Self.exchanges().flatMap {
            published.findings($0.request, $0.response)
        }
        for contradiction in Contradiction.all {
            let isNeeded = findings.contains(where: contradiction.covers)
            #expect(isNeeded, "nothing needs this any more: \(contradiction)")
        }
    }

    @Test func `each has one reason, and none takes what another takes`() {
        for contradiction in Contradiction.all { #expect(contradiction.reason.count > 20) }
        #expect(Set(Contradiction.all.map(\.description)).count == Contradiction.all.count)
    }

    private static func exchanges() async throws -> [Exchanges.Exchange] {
        let exchanges = Exchanges()
        for quirks: Set<AmazonSandbox.Quirk> in [
            [], [.unknownVariant, .nullVariant, .nullOptionals, .paginationNull],
        ] {
            AmazonTour(quirks, exchanges).everything()
        }
        for quirks: Set<PlytixSandbox.Quirk> in [
            [],
            [
                .duplicateAttributeConflict, .duplicateDefinitionConflict, .relationshipCreatedOK,
                .categoryCreated,
            ],
        ] {
            let tour = PlytixTour(quirks, exchanges)
            tour.products()
            PlytixTour(quirks, exchanges).definitions()
            PlytixTour(quirks, exchanges).links()
        }
        PlytixTour([.overLimitConflict], exchanges).tooManyPictures()
        let clients = [ClientTour(), ClientTour([.unlinkNeedsStrings])]
        for client in clients { try await client.allOfPlytix() }
        return exchanges.all + clients.flatMap(\.exchanges.all)
    }
}
