/// Everything that can be done for a sandbox before its port is known.
struct Opening: Sendable {
    private let blueprint: Blueprint
    private let accountSeed: UInt64
    private let stateFile: StateFile?

    init(_ options: Sandbox.Options, accountSeed: UInt64) throws(SandboxError) {
        blueprint = try Blueprint(options)
        guard let path = options.stateFile else {
            stateFile = nil
            self.accountSeed = accountSeed
            return
        }
        let stateFile = try StateFile(path)
        if let recording = stateFile.recording {
            guard recording.seed == options.seed else {
                throw .badState(
                    path: path,
                    reason: "it was made with seed \(recording.seed), not \(options.seed)")
            }
            self.accountSeed = recording.accountSeed
        } else {
            try stateFile.append(Recording.header(seed: options.seed, accountSeed: accountSeed))
            self.accountSeed = accountSeed
        }
        self.stateFile = stateFile
    }

    /// The sandbox on a port, with the accounts as they were left; `onFailure` is told when their
    /// state can no longer be kept.
    func sandbox(
        port: Int, onFailure: @escaping @Sendable (SandboxError) -> Void
    ) throws(SandboxError) -> Sandbox {
        let baseURL = "http://127.0.0.1:\(port)"
        var sandbox = Sandbox(blueprint, baseURL: baseURL, accountSeed: accountSeed)
        guard let stateFile else { return sandbox }
        if let recording = stateFile.recording {
            try sandbox.restore(recording, path: blueprint.options.stateFile ?? "")
        }
        try stateFile.append(Recording.start(baseURL: baseURL))
        sandbox.recorder = RequestRecorder(baseURL: baseURL) { line in
            do throws(SandboxError) { try stateFile.append(line) } catch { onFailure(error) }
        }
        return sandbox
    }
}
