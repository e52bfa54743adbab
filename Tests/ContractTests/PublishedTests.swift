import ContractSupport
import JSON
import Testing

@Suite(.publishedSpecifications) struct `Published specifications` {
    @Test func `are at hand, and say nothing that we pass over`() throws {
        #expect(PublishedSpecifications.fault == nil)
        let published = try #require(PublishedSpecifications.shared)
        #expect(published.amazon.operations.count == 2)
        #expect(published.plytix.operations.count == 88)
        #expect(published.plytixVersion3.operations.count > 80)
    }

    @Test func `take Amazon's own examples, down to a change of any type`() throws {
        let published = try #require(PublishedSpecifications.shared)
        let document = try JSONValue(
            parsing: PublishedSpecifications.document("spapi-catalogItems_2022-04-01.json"))
        let check = SchemaCheck(definitions: published.amazon.definitions)
        var examples = 0
        for operation in published.amazon.operations {
            let responses = document["paths"][operation.template]["get"]["responses"]
            for (status, response) in responses.object?.members ?? [] {
                let schema = try #require(
                    published.amazon.schema(ofAnswer: Int(status) ?? 0, to: operation))
                let sandbox = response["x-amzn-api-sandbox"]["static"].elements
                let bodies =
                    [response["examples"]["application/json"]]
                    + sandbox.map { $0["response"] }
                for body in bodies where !body.isNull {
                    examples += 1
                    #expect(check.faults(of: body, by: schema) == [])
                    // The examples are no free-form objects: a text in the place of all fails.
                    #expect(check.faults(of: "text", by: schema) != [])
                }
            }
        }
        #expect(examples >= 6)
    }

    @Test func `take a captured answer`() throws {
        let published = try #require(PublishedSpecifications.shared)
        let captured = try JSONValue(
            parsing: PublishedSpecifications.document(
                "spapi-sample-getCatalogItem-B0F7YT4YW2.json"))
        let body = captured["payload"].isNull ? captured : captured["payload"]
        let operation = try #require(
            published.amazon.operations.first { $0.template.hasSuffix("{asin}") })
        let schema = try #require(published.amazon.schema(ofAnswer: 200, to: operation))
        let check = SchemaCheck(definitions: published.amazon.definitions)
        #expect(body["asin"].string == "B0F7YT4YW2")
        #expect(check.faults(of: body, by: schema) == [])
    }
}
