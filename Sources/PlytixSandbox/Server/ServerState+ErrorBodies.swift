import HTTP
import HTTPTypes
import JSON

extension ServerState {
    /// An answer whose body no source shows, in another of the forms that it may have
    /// (`plytix-unknowns.md`, 29).
    func inOtherWords(_ response: Response) -> Response {
        guard [403, 428, 500].contains(response.status) else { return response }
        if configuration.has(.errorBodyGateway) {
            return Response(response.status, json: ["message": "An unexpected error occurred"])
        }
        if configuration.has(.errorBodyEmpty) { return Response(response.status) }
        if configuration.has(.errorBodyHTML) {
            return Response(
                response.status, headers: [.contentType: "text/html"],
                body: Array("<html><body><h1>\(response.status)</h1></body></html>".utf8))
        }
        return response
    }
}
