"""python-amazon-sp-api, unmodified, against the sandbox: it must see what Amazon's own SDK saw.

    amazon_wrapper.py READY_FILE LIMITED_READY_FILE FILE_OF_THE_ASINS
"""

import json
import sys

from sp_api.api import CatalogItems
from sp_api.auth import AccessTokenClient
from sp_api.auth.access_token_client import cache
from sp_api.base import (
    Marketplaces, SellingApiBadRequestException, SellingApiForbiddenException,
    SellingApiNotFoundException, SellingApiRequestThrottledException)

from common import Judge, Sandbox

MARKETPLACE = "ATVPDKIKX0DER"
BRAND = "Sandbox Brand"
PARTS = ["relationships", "summaries"]


def client(sandbox):
    # Its cache keeps tokens longer than they live, and it never fetches another on a 403.
    cache.clear()
    host = sandbox.base.split("://", 1)[1]

    class Login(AccessTokenClient):
        pass

    Login.scheme, Login.host = "http://", host
    keys = sandbox.ready["amazon"]
    # Without a version it would ask for the one of 2020.
    catalog = CatalogItems(
        version="2022-04-01", marketplace=Marketplaces.US,
        credentials={"lwa_app_id": keys["client_id"], "lwa_client_secret": keys["client_secret"],
                     "refresh_token": keys["refresh_token"]},
        auth_token_client_class=Login)
    catalog.endpoint = sandbox.base
    return catalog


def send_true_host():
    """It cuts `https://` off the endpoint for the Host header, which is `http://` here."""
    original = CatalogItems.headers.fget
    CatalogItems.headers = property(
        lambda self: {**original(self), "host": self.endpoint.split("://", 1)[1]})


def search(catalog, **query):
    # Lists other than includedData would be sent as repeated keys: texts with commas instead.
    return catalog.search_catalog_items(
        marketplaceIds=MARKETPLACE, includedData=PARTS, pageSize=20, **query)


def main():
    judge = Judge("python-amazon-sp-api")
    send_true_host()
    sandbox = Sandbox(sys.argv[1])
    catalog = client(sandbox)
    with open(sys.argv[3]) as file:
        seen = json.load(file)

    asins, query = [], {"keywords": BRAND, "brandNames": BRAND}
    token = {}
    while True:
        page = search(catalog, **query, **token)
        asins += [item["asin"] for item in page.payload["items"]]
        if not page.next_token:
            break
        token = {"pageToken": page.next_token}
    judge.equal("sees the brand that Amazon's SDK saw", sorted(asins), seen["brand"])
    judge.check("knows the rate", float(page.rate_limit) > 0)

    batched = []
    for start in range(0, len(seen["parents"]), 20):
        batch = ",".join(seen["parents"][start:start + 20])
        batched += search(catalog, identifiers=batch, identifiersType="ASIN").payload["items"]
    judge.equal("sees the same parents, in batches",
                sorted(item["asin"] for item in batched), seen["parents"])
    singly = [
        catalog.get_catalog_item(asin, marketplaceIds=MARKETPLACE, includedData=PARTS).payload
        for asin in seen["parents"]]
    judge.check("and singly, as the same items",
                sorted(map(json.dumps, singly)) == sorted(map(json.dumps, batched)))

    judge.raises("404", SellingApiNotFoundException,
                 lambda: catalog.get_catalog_item("B0NOTTHERE", marketplaceIds=MARKETPLACE),
                 lambda error: error.amzn_code == "NOT_FOUND")
    judge.raises("400", SellingApiBadRequestException,
                 lambda: search(catalog, identifiers="boots", identifiersType="ASIN"),
                 lambda error: error.amzn_code == "InvalidInput")
    sandbox.fault({"match": {"operation": "getCatalogItem"}, "fault": {"status": 403}})
    judge.raises("403", SellingApiForbiddenException,
                 lambda: catalog.get_catalog_item(seen["parents"][0], marketplaceIds=MARKETPLACE))
    sandbox.fault()
    limited = client(Sandbox(sys.argv[2]))
    judge.raises("429 of a burst", SellingApiRequestThrottledException,
                 lambda: [limited.get_catalog_item("B07X8Z63ZL", marketplaceIds=MARKETPLACE)
                          for _ in range(10)],
                 lambda error: error.amzn_code == "QuotaExceeded")
    judge.end()


main()
