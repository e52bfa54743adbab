import AmazonAPI
import Catalog
import Foundation
import HTTP
import NetworkTransport
import Planning
import PlytixAPI
import Projections
import Settings

/// What `doctor` looks at in the remote systems, by reading requests only.
struct RemoteExamination {
    typealias Finding = DoctorCommand.Finding

    private let settings: Configuration
    private let state: ProjectedState
    private let session: HTTPSession
    private let clock = SystemClock()

    init(_ settings: Configuration, transport: any Transport) {
        self.settings = settings
        state = JournalExamination.state(settings)
        let jitter = Jitter(SystemRandomNumberGenerator())
        // Somebody waits for the answer: a server that does not answer is told of soon.
        var retries = RetryLimits()
        retries.failuresMax = 2
        session = HTTPSession(
            transport: transport, clock: clock, governor: Governor(clock: clock, jitter: jitter),
            jitter: jitter, counter: RequestCounter(),
            userAgent: "plysync/\(Plysync.version) (Language=Swift; Platform=Linux)",
            retries: retries)
    }

    // MARK: Amazon

    func amazon() async -> [Finding] {
        guard let marketplace = settings.marketplaces.first else { return [] }
        let client: AmazonClient
        do throws(SettingsError) {
            client = try amazonClient(marketplace.region)
        } catch {
            return [
                Finding("Amazon credentials", .failed(2), error.what, advice: error.hint)
            ]
        }
        do throws(APIError) {
            try await client.checkCredentials()
        } catch {
            return [failure("Amazon credentials", error)]
        }
        var findings = [Finding("Amazon credentials", .ok, "a token was given")]
        do throws(APIError) {
            let words = settings.brand ?? "shoe"
            let page = try await client.searchCatalogItems(.keywords([words]), in: marketplace)
            findings.append(
                Finding(
                    "Amazon permission", .ok,
                    "the catalogue of \(marketplace) can be read (a search for \"\(words)\" announces "
                        + "\(page.announced))"))
            findings += clockFinding("Amazon clock", page.facts)
        } catch {
            findings.append(failure("Amazon permission", error))
        }
        return findings
    }

    private func amazonClient(_ region: Marketplace.Region) throws(SettingsError) -> AmazonClient {
        let access = settings.amazon
        let secrets = try access.requireCredentials()
        return AmazonClient(
            credentials: AmazonAPI.AmazonCredentials(
                refreshToken: secrets.refreshToken.reveal(), clientID: secrets.clientID.reveal(),
                clientSecret: secrets.clientSecret.reveal()),
            endpoints: AmazonEndpoints(
                region: region, api: access.apiURL(for: region), token: access.tokenURL),
            session: session)
    }

    // MARK: Plytix

    func plytix() async -> [Finding] {
        let client: PlytixClient
        do throws(SettingsError) {
            client = try plytixClient()
        } catch {
            return [
                Finding("Plytix credentials", .failed(2), error.what, advice: error.hint)
            ]
        }
        do throws(APIError) {
            let account = try await client.account()
            return [binding(account), Self.limits(account)] + (await schema(client))
        } catch {
            return [failure("Plytix credentials", error)]
        }
    }

    private func plytixClient() throws(SettingsError) -> PlytixClient {
        let access = try settings.access(to: settings.targetAlias)
        let secrets = try access.requireCredentials(of: settings.targetAlias)
        let suffix = "/auth/api/get-token"
        let auth = access.authURL
        return PlytixClient(
            credentials: PlytixAPI.PlytixCredentials(
                key: secrets.key.reveal(), password: secrets.password.reveal()),
            endpoints: PlytixEndpoints(
                pim: access.apiURL,
                auth: auth.hasSuffix(suffix) ? String(auth.dropLast(suffix.count)) : auth),
            session: session, alias: settings.targetAlias)
    }

    private func binding(_ account: PlytixAccount) -> Finding {
        let alias = settings.targetAlias
        guard let id = account.id else {
            return Finding(
                "Plytix credentials", .warning,
                "a token was given for \(alias), but it does not name its account",
                advice: "The first run tells accounts apart by their definitions instead.")
        }
        if let bound = state.targets.accounts[alias]?.account, bound != id,
            !bound.hasPrefix("definitions-")
        {
            return Finding(
                "Plytix credentials", .failed(2),
                "the target \(alias) belongs to the account \(bound), but its key opens \(id)",
                advice: "Use the key of that account, or name another target with --target.")
        }
        return Finding("Plytix credentials", .ok, "the target \(alias) is the account \(id)")
    }

    private static func limits(_ account: PlytixAccount) -> Finding {
        let texts = account.limits.map { limit in
            switch limit {
            case .bucket(let perSecond, _): "\(perSecond) requests a second"
            case .window(let requests, let length):
                "\(requests) requests in \(DurationText.rough(length))"
            }
        }
        return texts.isEmpty
            ? Finding(
                "Plytix limits", .warning, "the token names none",
                advice: "The least that any plan has is assumed; limits.plytix can say more.")
            : Finding("Plytix limits", .ok, texts.joined(separator: ", "))
    }

    /// Definitions that are missing are no fault: a run makes them.
    private func schema(_ client: PlytixClient) async -> [Finding] {
        do throws(APIError) {
            let page = try await client.searchAttributes()
            let attributes = try await client.allAttributes()
            let families = try await client.allFamilies()
            let relations = try await client.allRelations()
            let types = Dictionary(
                attributes.map { ($0.label, $0.typeClass) }, uniquingKeysWith: { first, _ in first }
            )
            let missing = Self.missing(
                settings.planning, types: types, families: families, relations: relations)
            let wrong = Self.wrong(settings.planning, types: types)
            let result: Finding.Result =
                wrong.isEmpty ? (missing.isEmpty ? .ok : .warning) : .failed(2)
            let what =
                wrong.isEmpty
                ? missing.isEmpty
                    ? "everything that the settings need is there"
                    : "not there yet: \(missing.joined(separator: ", "))"
                : "of another type than the settings say: \(wrong.joined(separator: ", "))"
            let advice =
                wrong.isEmpty
                ? missing.isEmpty
                    ? nil : "`plysync schema --execute` makes them, and so does the first sync."
                : "Change the type in the settings, or give the attribute another name."
            return [Finding("Plytix schema", result, what, advice: advice)]
                + clockFinding("Plytix clock", page.facts)
        } catch {
            return [failure("Plytix schema", error)]
        }
    }

    private static func missing(
        _ planning: PlanningSettings, types: [String: String], families: [FamilySeen],
        relations: [RelationSeen]
    ) -> [String] {
        let labels = planning.attributes.map(\.label) + [planning.gallery]
        let names = Set(families.map(\.name))
        let linked = Set(relations.map(\.label))
        let count = labels.count { types[$0] == nil }
        return (count > 0 ? ["\(count) of \(labels.count) attributes"] : [])
            + (names.contains(planning.family) ? [] : ["family \(planning.family)"])
            + [
                (planning.hierarchy, planning.hierarchyLabel),
                (planning.listings, planning.listingsLabel),
            ]
            .filter { !linked.contains($0.1) }.map { "relationship \($0.0)" }
    }

    /// Attributes that are there with another type, which cannot be changed.
    private static func wrong(_ planning: PlanningSettings, types: [String: String]) -> [String] {
        let wanted =
            planning.attributes.map { ($0.label, $0.type) }
            + [(planning.gallery, AttributeType.mediaGallery)]
        return wanted.compactMap { label, type in
            guard let found = types[label], found != type.plytixClass else { return nil }
            return "\(label) (\(found))"
        }
    }

    // MARK: Both

    /// From a minute on a clock's difference is a warning: tokens and dates go wrong by it.
    private func clockFinding(_ part: String, _ facts: AnswerFacts) -> [Finding] {
        guard let date = facts.date.flatMap(HTTPDate.parse) else { return [] }
        let seconds = (clock.now - date).inSeconds
        let text =
            "\(Int(abs(seconds).rounded())) s \(seconds < 0 ? "behind" : "ahead of") its server"
        return abs(seconds) < 60
            ? [Finding(part, .ok, "the same as here, to \(max(1, Int(abs(seconds).rounded()))) s")]
            : [
                Finding(
                    part, .warning, "this machine's clock is \(text)",
                    advice: "Set this machine's clock.")
            ]
    }

    private func failure(_ part: String, _ error: APIError) -> Finding {
        Finding(
            part, .failed(3), "\(error)",
            advice: error.recovery.hint ?? "Check the network and the address, and try again.")
    }
}
