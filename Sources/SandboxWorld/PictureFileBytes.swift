// The picture files that the sandbox serves: small, valid, and different for every picture, so that
// whoever compares contents sees what Amazon's ids say.

/// Makes the bytes of image files; the same name and measures give the same bytes.
package enum PictureFileBytes {
    /// What stands behind the name of a file on the image server: a PNG for `.png`, else a JPEG.
    package static func file(
        named name: String, width: Int, height: Int
    ) -> (bytes: [UInt8], contentType: String) {
        if name.lowercased().hasSuffix(".png") {
            return (png(of: name, width: width, height: height), "image/png")
        }
        return (jpeg(of: name, width: width, height: height), "image/jpeg")
    }

    /// A grey JPEG of 16 patches whose shades follow from the name.
    ///
    /// Its size is about a 130th of its number of pixels: 17 kB for the largest of Amazon's.
    package static func jpeg(of name: String, width: Int, height: Int) -> [UInt8] {
        JPEGFile(name: name, width: clamped(width), height: clamped(height)).bytes
    }

    /// A grey PNG of 16 patches whose shades follow from the name, at most 64 pixels a side.
    package static func png(of name: String, width: Int, height: Int) -> [UInt8] {
        PNGFile(
            name: name, width: min(64, clamped(width)), height: min(64, clamped(height))
        ).bytes
    }

    /// Both formats count sides from 1, and nobody lists pictures beyond this.
    private static func clamped(_ side: Int) -> Int { min(max(1, side), 16_000) }

    /// The shades of the 4 by 4 patches, from 0 to 255.
    static func shades(of name: String) -> [UInt8] {
        var random = SplitMix64(seed: StableHash.of(name))
        return (0..<16).map { _ in UInt8(random.below(256)) }
    }
}
