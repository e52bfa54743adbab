/// What a fetch of a picture's URL gives.
package enum PictureAnswer: Sendable, Hashable {
    case found(bytes: [UInt8], contentType: String)
    /// The host is ours and has no such file: a 404.
    case notFound
    /// The URL leads elsewhere than to our pictures.
    case unknownHost
}
