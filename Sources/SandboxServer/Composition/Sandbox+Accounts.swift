internal import PlytixSandbox
internal import SandboxWorld

extension Sandbox {
    static func accounts(
        _ blueprint: Blueprint, baseURL: String, accountSeed: UInt64
    ) -> [AccountConfiguration] {
        aliases.map { alias in
            let credentials = SandboxCredentials(alias: alias)
            let isDefault = alias == "default"
            return AccountConfiguration(
                alias: alias, key: credentials.key, password: credentials.password,
                accountID: accountID(
                    seed: blueprint.options.seed, accountSeed: accountSeed, alias: alias),
                canonicals: isDefault ? blueprint.world.canonicals : [],
                uploadedBefore: isDefault ? uploads(blueprint.world, baseURL: baseURL) : [])
        }
    }

    /// 24 hexadecimal digits, as Plytix's ids have.
    private static func accountID(seed: UInt64, accountSeed: UInt64, alias: String) -> String {
        var random = SplitMix64(
            seed: SplitMix64.mixed(seed) ^ accountSeed ^ StableHash.of(alias))
        return String((0..<24).map { _ in random.pick(Array("0123456789abcdef")) })
    }

    /// The files that somebody uploaded by the URLs of Amazon's largest sizes, under the names that
    /// they have there.
    private static func uploads(
        _ world: World, baseURL: String
    ) -> [AccountConfiguration.UploadedFile] {
        let wanted = Set(world.uploadedBefore)
        guard !wanted.isEmpty else { return [] }
        var largest: [String: World.PictureFile] = [:]
        for picture in world.items.flatMap(\.pictures) {
            let id = String(picture.file.prefix { $0 != "." })
            guard wanted.contains(id), picture.width > largest[id]?.width ?? 0 else { continue }
            largest[id] = picture
        }
        return world.uploadedBefore.compactMap { largest[$0] }.map { picture in
            let file = PictureFileBytes.file(
                named: picture.file, width: picture.width, height: picture.height)
            return AccountConfiguration.UploadedFile(
                filename: picture.file, url: "\(baseURL)/images/I/\(picture.file)",
                bytes: file.bytes)
        }
    }
}
