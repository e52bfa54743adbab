extension SandboxedAmazon {
    /// A second Amazon that has got as far as this one, tokens and buckets included; from now on they
    /// differ.
    ///
    /// Costs little: catalogue and pictures never change and are shared.
    package func fork() -> SandboxedAmazon { SandboxedAmazon(copying: self) }
}
