package import HTTP
internal import HTTPTypes

extension Response {
    /// The answer with the second half of its body gone, and no length that tells it.
    package var broken: Response {
        var response = self
        response.body = Array(body.prefix(body.count / 2))
        response.headers[.contentLength] = nil
        return response
    }
}
