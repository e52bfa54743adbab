"""Amazon's own SDK, unmodified, against the sandbox: its models refuse whatever the API's model does
not allow.

    amazon_sdk.py READY_FILE LIMITED_READY_FILE [FILE FOR THE ASINS]
"""

import json
import sys

from spapi import SPAPIClient, SPAPIConfig
from spapi.api.catalogitems_v2022_04_01.catalog_api import CatalogApi
from spapi.rest import ApiException

from common import Judge, Sandbox

MARKETPLACE = "ATVPDKIKX0DER"
BRAND = "Sandbox Brand"
# Everything but vendor details, which sellers are refused.
PARTS = ["attributes", "classifications", "dimensions", "identifiers", "images", "productTypes",
         "relationships", "salesRanks", "summaries"]


def client(sandbox):
    keys = sandbox.ready["amazon"]
    config = SPAPIConfig(
        client_id=keys["client_id"], client_secret=keys["client_secret"],
        refresh_token=keys["refresh_token"], region="NA")
    # A wrong secret is kept away from it: it would ask four times in 14 seconds, and then not
    # say what was wrong.
    return CatalogApi(
        SPAPIClient(config, oauth_endpoint=sandbox.ready["lwa_url"], endpoint=sandbox.base)
        .api_client)


def pages(api):
    """All pages of the brand; the token is left out where there is none, since None is sent."""
    token = {}
    while True:
        page, _, headers = api.search_catalog_items_with_http_info(
            [MARKETPLACE], keywords=[BRAND], brand_names=[BRAND], included_data=PARTS,
            page_size=20, **token)
        yield page, headers
        if page.pagination is None or page.pagination.next_token is None:
            return
        token = {"page_token": page.pagination.next_token}


def parents_of(items):
    return sorted({
        parent for item in items for group in item.relationships or []
        for relation in group.relationships for parent in relation.parent_asins or []})


def main():
    judge = Judge("amzn-sp-api")
    sandbox = Sandbox(sys.argv[1])
    api = client(sandbox)

    found = list(pages(api))
    items = [item for page, _ in found for item in page.items]
    asins = {item.asin for item in items}
    judge.check("pages through a brand", len(found) > 1 and len(asins) == len(items),
                f"{len(found)} pages, {len(items)} items, {len(asins)} of them different")
    judge.equal("as many as announced", len(items), found[0][0].number_of_results)
    judge.check("each answer names the rate",
                all("x-amzn-RateLimit-Limit" in headers for _, headers in found))
    truth = {item["asin"]: item for item in sandbox.control("/catalog")["items"]}
    judge.check("all of the brand", all(truth[asin]["brand"] == BRAND for asin in asins))

    parents = parents_of(items)
    judge.check("children name their parents", len(parents) > 0)
    batched = {}
    for start in range(0, len(parents), 20):
        page = api.search_catalog_items(
            [MARKETPLACE], identifiers=parents[start:start + 20], identifiers_type="ASIN",
            included_data=PARTS, page_size=20)
        batched |= {item.asin: item for item in page.items}
    judge.equal("every parent, in batches", sorted(batched), parents)
    singly = {
        asin: api.get_catalog_item(asin, [MARKETPLACE], included_data=PARTS) for asin in parents}
    judge.check("every parent, singly, is the same item",
                all(singly[asin].to_dict() == batched[asin].to_dict() for asin in parents))
    judge.check("parents are parents", all(
        item.summaries[0].item_classification == "VARIATION_PARENT" for item in singly.values()))

    judge.raises("404 of an item that is not there", ApiException,
                 lambda: api.get_catalog_item("B0NOTTHERE", [MARKETPLACE]),
                 lambda error: error.status == 404
                 and json.loads(error.body)["errors"][0]["code"] == "NOT_FOUND")
    judge.raises("400 of an ASIN that is none", ApiException,
                 lambda: api.get_catalog_item("boots", [MARKETPLACE]),
                 lambda error: error.status == 400)
    judge.raises("400 of what only vendors may see", ApiException,
                 lambda: api.get_catalog_item(parents[0], [MARKETPLACE],
                                              included_data=["vendorDetails"]),
                 lambda error: error.status == 400 and "vendor" in error.body)
    # Its own limits stand before the server's: they are switched off for this one request.
    api.api_client.client_side_validation = False
    judge.raises("400 of 21 identifiers", ApiException,
                 lambda: api.search_catalog_items([MARKETPLACE], identifiers=["B07X8Z63ZL"] * 21,
                                                  identifiers_type="ASIN"),
                 lambda error: error.status == 400 and "Too many" in error.body)
    api.api_client.client_side_validation = True

    sandbox.fault({"match": {"operation": "getCatalogItem"}, "fault": {"status": 403}})
    judge.raises("403", ApiException,
                 lambda: api.get_catalog_item(parents[0], [MARKETPLACE]),
                 lambda error: error.status == 403)
    sandbox.fault()

    limited = client(Sandbox(sys.argv[2]))
    judge.raises("429 of a burst", ApiException,
                 lambda: [limited.get_catalog_item("B07X8Z63ZL", [MARKETPLACE])
                          for _ in range(10)],
                 lambda error: error.status == 429
                 and json.loads(error.body)["errors"][0]["code"] == "QuotaExceeded"
                 and "Retry-After" not in error.headers)

    with open(sys.argv[3], "w") as file:
        json.dump({"brand": sorted(asins), "parents": parents}, file)
    judge.end()


main()
