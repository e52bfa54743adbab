import Catalog
import Delivery
import Export
package import JSON
import Mapping
import Planning
import Survey

extension Configuration {
    /// All settings as they hold now, under the names that the file has for them, keys sorted.
    ///
    /// Of secrets it says only whether they are there.
    package func effective() -> JSONValue {
        let value: JSONValue = [
            "journal": JSONValue(journalPath),
            "file": JSONValue(file),
            "time_zone": JSONValue(timeZone),
            "zone_offset": JSONValue(planning.zoneOffset.inSeconds),
            "max_age": JSONValue(export.ageMax.inSeconds),
            "amazon": effectiveAmazon,
            "target": JSONValue(targetAlias),
            "targets": .object(
                JSONObject(
                    targets.sorted { $0.key < $1.key }.map { ($0.key, $0.value.effective) })),
            "plytix": effectivePlytix,
            "attributes": .array(planning.attributes.map(\.effective)),
            "match": effectiveMatch,
            "images": [
                "max_per_product": JSONValue(planning.picturesMax),
                "on_removal": JSONValue(planning.onRemoval.rawValue),
                "keep": JSONValue(picturesFolder),
            ],
            "settle": [
                "arrival": JSONValue(delivery.arrivalMax.inSeconds),
                "search_lag": JSONValue(delivery.searchLagMax.inSeconds),
            ],
            "limits": effectiveLimits,
        ]
        return value.canonical
    }

    private var effectiveAmazon: JSONValue {
        [
            "marketplaces": JSONValue(marketplaces.map(\.code)),
            "brand": JSONValue(brand),
            "seller": JSONValue(export.seller),
            "credentials": JSONValue(amazon.credentials != nil),
            "api_url": JSONValue(amazon.apiURL),
            "token_url": JSONValue(amazon.tokenURL),
        ]
    }

    private var effectivePlytix: JSONValue {
        [
            "family": JSONValue(planning.family),
            "relations": [
                "hierarchy": JSONValue(planning.hierarchy),
                "listings": JSONValue(planning.listings),
            ],
            "gallery": JSONValue(planning.gallery),
            "sku_format": JSONValue(planning.skuFormat),
            "status": JSONValue(planning.status),
            "label": JSONValue(planning.label.rawValue),
            "quota_reserve": JSONValue(limits.quotaReserve),
        ]
    }

    private var effectiveMatch: JSONValue {
        [
            "rules": JSONValue(matching.rules),
            "exclude_sku_prefixes": JSONValue(matching.excludedPrefixes),
            "unmatched": JSONValue(planning.unmatched.rawValue),
            "attributes": [
                "ean": JSONValue(survey.eanLabel),
                "upc": JSONValue(survey.upcLabel),
                "model_number": JSONValue(survey.modelNumberLabel),
            ],
        ]
    }

    private var effectiveLimits: JSONValue {
        [
            "plytix": limits.plytixWindows.map { .array($0.map(\.effective)) } ?? .null,
            "amazon_per_second": limits.amazonPerSecond.map { JSONValue($0) } ?? .null,
            "max_requests": JSONValue(limits.requestsMax),
            "write_hours": limits.writeHours.map { hours in
                let end = hours.upperBound + 1
                return JSONValue("\(hours.lowerBound)-\(end > 24 ? end - 24 : end)")
            } ?? .null,
            "mass_change": JSONValue(massChange),
            "concurrency": JSONValue(delivery.concurrency),
            "tries": JSONValue(delivery.triesMax),
            "attempts": JSONValue(planning.attemptsMax),
        ]
    }
}

extension TargetAccess {
    fileprivate var effective: JSONValue {
        [
            "credentials": JSONValue(credentials != nil),
            "api_url": JSONValue(apiURL),
            "auth_url": JSONValue(authURL),
        ]
    }
}

extension AttributeRule {
    fileprivate var effective: JSONValue {
        var members: [(String, JSONValue)] = [("label", JSONValue(label))]
        switch source {
        case .field(let field): members.append(("from", JSONValue(field.rawValue)))
        case .constant(let value): members.append(("value", value))
        }
        members.append(("type", JSONValue(type.rawValue)))
        members.append(("rule", JSONValue(rule.rawValue)))
        return .object(JSONObject(members))
    }
}

extension RateLimit {
    fileprivate var effective: JSONValue {
        switch self {
        case .bucket(let perSecond, let burst):
            ["per_second": JSONValue(perSecond), "burst": JSONValue(burst)]
        case .window(let requests, let length):
            ["requests": JSONValue(requests), "window": JSONValue(length.inSeconds)]
        }
    }
}
