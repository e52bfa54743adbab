/// The version of the API that a path belongs to.
enum APIVersion: String, Sendable {
    case v1, v2
}
