/// What a file's name and content type tell about it.
enum FileType {
    /// The part behind the last point, in lower case; empty when there is none.
    static func fileExtension(of filename: String) -> String {
        guard let point = filename.lastIndex(of: "."), point != filename.startIndex else {
            return ""
        }
        return filename[filename.index(after: point)...].lowercased()
    }

    /// The content type that an extension stands for.
    static func contentType(ofExtension fileExtension: String) -> String {
        contentTypes[fileExtension] ?? "application/octet-stream"
    }

    /// The vendor's classes of files (`plytix-api.md`, section 9).
    static func vendorClass(ofContentType contentType: String) -> String {
        switch contentType.split(separator: "/").first {
        case "image": return "IMAGES"
        case "audio": return "SOUNDS"
        case "video": return "VIDEOS"
        case "text": return "TEXTS"
        default: break
        }
        return switch contentType {
        case "application/zip", "application/gzip": "COMPRESSED"
        case "application/pdf": "REPORTS"
        default: "OTHER"
        }
    }

    /// Whether two extensions name the same format.
    static func isSameFormat(_ a: String, _ b: String) -> Bool {
        a == b || (contentTypes[a] != nil && contentTypes[a] == contentTypes[b])
    }

    private static let contentTypes = [
        "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif",
        "webp": "image/webp", "svg": "image/svg+xml", "tif": "image/tiff", "tiff": "image/tiff",
        "mp3": "audio/mpeg", "mp4": "video/mp4", "pdf": "application/pdf",
        "zip": "application/zip", "gz": "application/gzip", "txt": "text/plain", "csv": "text/csv",
    ]
}
