/// A request on its way through the policies, with the operation that it belongs to.
package struct Call: Sendable {
    package var request: Request
    package let operation: Operation

    /// The operation's timeout becomes the request's.
    package init(_ request: Request, _ operation: Operation) {
        var request = request
        request.timeout = operation.timeout
        self.request = request
        self.operation = operation
    }
}
