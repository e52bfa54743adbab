import HTTP
import HTTPTypes

/// What every request to the catalogue must look like, whatever it asks.
enum RequestForm {
    /// Refuses a user agent of more than 500 characters (`amazon-catalog-items.md` 1.3), and a GET
    /// with a body or the header of one (1.2).
    static func check(_ request: Request) throws(Refusal) {
        let agent = request.headers[.userAgent] ?? ""
        guard agent.count <= 500, request.body.isEmpty, request.headers[.contentLength] == nil
        else { throw .unparsable }
    }
}

/// Square brackets that are not percent-encoded: the web server in front refuses them with a page
/// of HTML (`amazon-catalog-items.md` 2.6).
enum RawBrackets {
    static func stand(in url: String) -> Bool {
        guard let question = url.firstIndex(of: "?") else { return false }
        return url[question...].utf8.contains { $0 == 0x5B || $0 == 0x5D }
    }

    static var response: Response {
        let page =
            "<!doctype html><html lang=\"en\"><head><title>HTTP Status 400 – Bad Request</title>"
            + "</head><body><h1>HTTP Status 400 – Bad Request</h1></body></html>"
        return Response(
            400, headers: [.contentType: "text/html;charset=utf-8"], body: Array(page.utf8))
    }
}
