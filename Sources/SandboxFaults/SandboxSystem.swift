/// Which of the sandbox's systems a request is for; all of them share one port, since their paths
/// do not collide.
package enum SandboxSystem: String, Sendable, CaseIterable {
    /// Catalog Items.
    case amazon
    /// Login with Amazon.
    case lwa
    /// The picture files.
    case images
    /// Plytix with its token endpoint and the files of its assets.
    case plytix
    /// The sandbox's own interface, for tests and the curious.
    case control
    /// Nothing that the sandbox serves.
    case none

    /// The systems in which a fault plan can make something go wrong.
    package static let faultable: [SandboxSystem] = [.amazon, .lwa, .images, .plytix]

    /// - Parameter path: the decoded parts of the URL's path.
    package init(path: [String]) {
        switch (path.first, path.dropFirst().first) {
        case ("catalog", _): self = .amazon
        case ("auth", "o2"): self = .lwa
        case ("images", _): self = .images
        case ("auth", "api"), ("api", _): self = .plytix
        case ("control", _): self = .control
        default: self = .none
        }
    }
}
