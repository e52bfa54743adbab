import AmazonSandbox
import Catalog
import HTTP
import HTTPTypes
import JSON
import Testing

@Suite struct LoginTests {
    @Test func `a refresh token gives an access token for an hour`() throws {
        let response = try Shopper().logIn()
        #expect(response.status == 200)
        #expect(response.headers[.cacheControl] == "no-store")
        let body = try response.json()
        #expect(body["access_token"].string?.hasPrefix("Atza|") == true)
        #expect(body["token_type"] == "bearer")
        #expect(body["expires_in"] == 3600)
        #expect(body["refresh_token"].string == SandboxedAmazon.Seller.sandbox.refreshToken)
    }

    @Test(
        arguments: [
            (["refresh_token": "Atzr|other"], 400, "invalid_grant"),
            (["client_secret": "wrong"], 401, "invalid_client"),
            (["client_id": "wrong"], 401, "invalid_client"),
            (["grant_type": "password"], 400, "unsupported_grant_type"),
            (["grant_type": nil], 400, "invalid_request"),
            (["refresh_token": nil], 400, "invalid_request"),
            (["grant_type": "client_credentials"], 400, "invalid_request"),
            (["grant_type": "client_credentials", "scope": "profile"], 400, "invalid_scope"),
        ] as [([String: String?], Int, String)])
    func `wrong credentials get an error of OAuth's form`(
        changes: [String: String?], status: Int, error: String
    ) throws {
        let response = try Shopper().logIn(changing: changes)
        #expect(response.status == status)
        let body = try response.json()
        #expect(body["error"].string == error)
        #expect(body["error_description"].string?.isEmpty == false)
        #expect(body["errors"].isNull)
    }

    @Test func `a login that is not form-encoded is refused`() throws {
        let shopper = try Shopper()
        let response = shopper.sandbox.respond(
            to: Request(.post, "/auth/o2/token", json: ["grant_type": "refresh_token"]),
            at: shopper.now)
        #expect(response.status == 400)
        #expect(try response.json()["error"] == "invalid_request")
    }

    @Test func `a token opens the catalogue until its hour is over`() throws {
        let shopper = try Shopper()
        shopper.wait(seconds: 3598)
        #expect(shopper.search("keywords=moc").status == 200)
        let refused = shopper.search("keywords=moc")
        #expect(refused.status == 403)
        #expect(refused.headers[Shopper.rateName] == nil)
        #expect(refused.headers[Shopper.errorTypeName] == "AccessDeniedException")
        let error = try refused.json()["errors"][0]
        #expect(error["code"] == "Unauthorized")
        #expect(error["details"] == "The access token you provided has expired.")
    }

    @Test func `speed divides a token's life`() throws {
        let shopper = try Shopper(speed: 100)
        #expect(try shopper.logIn().json()["expires_in"] == 36)
        shopper.wait(seconds: 34)
        #expect(shopper.search("keywords=moc").status == 200)
        #expect(shopper.search("keywords=moc").status == 403)
    }

    @Test(arguments: [
        ("", "Access token is missing in the request header."),
        ("Atza|nobody", "The access token you provided is revoked, malformed or invalid."),
    ])
    func `without a token of ours the catalogue is closed`(token: String, details: String) throws {
        let shopper = try Shopper()
        shopper.token = token
        let response = shopper.item("B07X8Z63ZL")
        #expect(response.status == 403)
        #expect(try response.json()["errors"][0]["details"].string == details)
    }

    @Test func `a token of no seller and a seller without the role are denied`() throws {
        let shopper = try Shopper()
        let body = try shopper.logIn(changing: [
            "grant_type": "client_credentials", "refresh_token": nil,
            "scope": "sellingpartnerapi::notifications",
        ]).json()
        #expect(body["scope"] == "sellingpartnerapi::notifications")
        #expect(body["refresh_token"].isNull)
        shopper.token = try #require(body["access_token"].string)
        #expect(try shopper.search("keywords=moc").json()["errors"][0]["details"] == "")

        var seller = SandboxedAmazon.Seller.sandbox
        seller.mayReadCatalogue = false
        let denied = try Shopper(sellers: [seller]).search("keywords=moc")
        #expect(denied.status == 403)
        #expect(try denied.json()["errors"][0]["code"] == "Unauthorized")
    }

    @Test func `a refresh token is no good for another application`() throws {
        let other = SandboxedAmazon.Seller(
            id: "OTHER", refreshToken: "Atzr|other", clientID: "other", clientSecret: "secret")
        let shopper = try Shopper(sellers: [.sandbox, other])
        #expect(shopper.logIn(other).status == 200)
        #expect(
            try shopper.logIn(other, changing: ["refresh_token": "Atzr|sandbox-refresh-token"])
                .json()["error"] == "invalid_grant")
    }
}
