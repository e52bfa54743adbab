import Catalog
import Delivery

/// The sections `limits` and `settle`, and the quota of `plytix`.
extension SettingsReader {
    func limits() throws(SettingsError) -> LimitSettings {
        let section = try root.section("limits")
        var settings = LimitSettings()
        if let found = try root.section("plytix").text("quota_reserve") {
            settings.quotaReserve = try found.number("a share from 0 to below 1") {
                (0..<1).contains($0)
            }
        }
        settings.plytixWindows = try windows(of: section)
        if let found = try section.text("amazon_per_second") {
            settings.amazonPerSecond = try found.number("a number above 0, at most 100") {
                $0 > 0 && $0 <= 100
            }
        }
        let written = try section.text("max_requests")
        let given = flag("--max-requests", overrides.requestsMax.map(String.init))
        settings.requestsMax = try (given ?? written)?.wholeNumber(1...1_000_000_000)
        settings.writeHours = try section.text("write_hours")?.hours()
        return settings
    }

    func massChange() throws(SettingsError) -> Double {
        guard let found = try root.section("limits").text("mass_change") else {
            return Configuration(journalPath: "").massChange
        }
        return try found.number("a share from 0 to 1") { (0...1).contains($0) }
    }

    func delivery() throws(SettingsError) -> DeliverySettings {
        let limits = try root.section("limits")
        let settle = try root.section("settle")
        var settings = DeliverySettings()
        if let found = try settle.text("arrival") {
            settings.arrivalMax = try found.duration(.seconds(1)...(.seconds(3600)))
        }
        if let found = try settle.text("search_lag") {
            settings.searchLagMax = try found.duration(.zero...(.seconds(3600)))
        }
        if let found = try limits.text("concurrency") {
            settings.concurrency = try found.wholeNumber(1...64)
        }
        if let found = try limits.text("tries") {
            settings.triesMax = try found.wholeNumber(1...20)
        }
        return settings
    }

    /// Runs that try an effect before it is set aside.
    func attemptsMax() throws(SettingsError) -> Int? {
        try root.section("limits").text("attempts")?.wholeNumber(1...100)
    }

    private func windows(of section: Section) throws(SettingsError) -> [RateLimit]? {
        guard let listed = try section.list("plytix") else { return nil }
        var windows: [RateLimit] = []
        for window in listed {
            let requests = try window.text("requests")
            let length = try window.text("window")
            guard let requests, let length else {
                throw window.place.error(
                    "a limit needs both requests and window",
                    hint: "Write it as {requests: 20, window: 10s}.")
            }
            windows.append(
                .window(
                    requests: try requests.wholeNumber(1...1_000_000_000),
                    length: try length.duration(.seconds(1)...(.seconds(86_400)))))
        }
        guard !windows.isEmpty else {
            throw section.place(of: "plytix").error(
                "there is no limit in the list",
                hint: "Remove it to use the limits that Plytix tells.")
        }
        return windows
    }
}
