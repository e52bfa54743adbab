import HTTP
import HTTPTypes
import SandboxWorld

/// The picture files of the world, made when they are asked for.
struct PictureShelf: Sendable {
    private struct Size {
        let width: Int
        let height: Int
    }

    /// By file name: the measures that are listed.
    private var listed: [String: Size] = [:]
    /// By id: the measures of the largest size that is listed.
    private var largest: [String: Size] = [:]
    private let missing: Set<String>

    init(_ world: World) {
        missing = world.missingPictures
        for item in world.items {
            for picture in item.pictures where listed[picture.file] == nil {
                let size = Size(width: picture.width, height: picture.height)
                listed[picture.file] = size
                let id = PictureFileName(picture.file).id
                if let known = largest[id], known.width >= size.width { continue }
                largest[id] = size
            }
        }
    }

    func respond(file name: String, isHead: Bool) -> Response {
        guard let file = file(named: name) else {
            return Response(404, headers: [.contentType: "text/plain"])
        }
        return Response(
            200,
            headers: [
                .contentType: file.contentType, .contentLength: "\(file.bytes.count)",
                .cacheControl: "max-age=630720000,public",
            ],
            body: isHead ? [] : file.bytes)
    }

    /// A file of a known picture, of any size; nil for others and for those that are gone.
    func file(named name: String) -> (bytes: [UInt8], contentType: String)? {
        let parts = PictureFileName(name)
        guard !missing.contains(parts.id), let whole = largest[parts.id] else { return nil }
        if let size = listed[name] {
            return PictureFileBytes.file(named: name, width: size.width, height: size.height)
        }
        // Amazon makes any size on demand.
        let (width, height) = PictureSizes.scaled(
            width: whole.width, height: whole.height, longest: parts.longest ?? Int.max)
        return PictureFileBytes.file(named: name, width: width, height: height)
    }
}

/// The parts of a picture's file name: `41j-L-teihL._SL75_.jpg` is `41j-L-teihL`, at most 75 wide
/// and high.
struct PictureFileName: Equatable {
    let id: String
    /// Pixels of the longer side; nil when the name does not say.
    let longest: Int?

    init(_ file: String) {
        let stem = file[..<(file.lastIndex(of: ".") ?? file.endIndex)]
        let dot = stem.firstIndex(of: ".") ?? stem.endIndex
        id = String(stem[..<dot])
        let mark = stem[dot...].dropFirst()
        longest =
            mark.hasPrefix("_SL") && mark.hasSuffix("_")
            ? Int(mark.dropFirst(3).dropLast()) : nil
    }
}
