// Sentences of what rules and people decided.

import Catalog
import Events

extension MatchFound: Told {
    var sentence: String {
        let lost = losers.isEmpty ? "" : "; not \(Telling.list(losers.map(\.sku)))"
        return "belongs to \(canonicalSKU) by \(rule): Amazon's \(amazon.field) \(amazon.found) is "
            + "its \(canonical.field) \(canonical.found)\(lost)"
    }
}

extension MatchMissed: Told {
    var sentence: String { "belongs to no known product: \(reason)" }
}

extension ItemAccepted: Told {
    var sentence: String { "taken as it is: \(reason) (\(key))" }
}

extension RetryAsked: Told {
    var sentence: String {
        "\(Telling.count(keys.count, "failure")) to be tried again: "
            + Telling.list(keys, atMost: 3)
    }
}

extension BodyRedacted: Told {
    var sentence: String {
        let items = blobs.isEmpty ? "" : " with \(Telling.count(blobs.count, "raw item"))"
        return "\(Telling.count(events.count, "event"))\(items) redacted: "
            + Telling.list(events.map(String.init)) + "; \(reason)"
    }
}
