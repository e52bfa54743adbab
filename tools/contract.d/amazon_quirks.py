"""Amazon's own SDK, unmodified, against what Amazon was seen to do and its model does not allow:
that it fails there is Amazon's contradiction, and no fault of the sandbox.

    amazon_quirks.py QUIRK=READY_FILE...
"""

import sys

from spapi import SPAPIClient, SPAPIConfig
from spapi.api.catalogitems_v2022_04_01.catalog_api import CatalogApi
from spapi.rest import ApiException

from common import Judge, Sandbox

MARKETPLACE = "ATVPDKIKX0DER"
BRAND = "Sandbox Brand"


def client(sandbox):
    keys = sandbox.ready["amazon"]
    config = SPAPIConfig(
        client_id=keys["client_id"], client_secret=keys["client_secret"],
        refresh_token=keys["refresh_token"], region="NA")
    return CatalogApi(
        SPAPIClient(config, oauth_endpoint=sandbox.ready["lwa_url"], endpoint=sandbox.base)
        .api_client)


def brand(sandbox, name=BRAND):
    """The ASINs of the brand, over all pages, and how many were announced."""
    api, token, asins = client(sandbox), {}, []
    while True:
        page = api.search_catalog_items(
            [MARKETPLACE], keywords=[BRAND], brand_names=[name],
            included_data=["images", "summaries"], page_size=20, **token)
        asins += [item.asin for item in page.items]
        if page.pagination is None or page.pagination.next_token is None:
            return asins, page.number_of_results
        token = {"page_token": page.pagination.next_token}


def refused_by_model(judge, sandbox, value):
    """The model's list of slots ends at PT08, and answers with others were seen."""
    judge.raises(f"the model refuses a slot of {value}", ValueError, lambda: brand(sandbox),
                 lambda error: "Invalid value for `variant`" in str(error)
                 and value in str(error))


def early_stop(judge, sandbox):
    asins, announced = brand(sandbox)
    judge.check("the pages end before what they announce", 0 < len(set(asins)) < announced,
                f"{len(asins)} of {announced}")


def underscore(judge, sandbox):
    judge.equal("a brand with a blank finds nothing", brand(sandbox), ([], 0))
    asins, announced = brand(sandbox, BRAND.replace(" ", "_"))
    judge.check("with an underscore it finds all", 0 < len(asins) == announced,
                f"{len(asins)} of {announced}")


def early_error(judge, sandbox):
    judge.raises("a page in the middle is refused", ApiException, lambda: brand(sandbox),
                 lambda error: error.status == 400)


CHECKS = {
    "unknown-variant": lambda judge, sandbox: refused_by_model(judge, sandbox, "PT09"),
    "null-variant": lambda judge, sandbox: refused_by_model(judge, sandbox, "None"),
    "early-stop": early_stop, "empty-page": early_stop,
    "brand-underscore": underscore, "early-error": early_error,
}


def main():
    failures = 0
    for argument in sys.argv[1:]:
        quirk, ready_file = argument.split("=", 1)
        judge = Judge(f"amzn-sp-api, {quirk}")
        CHECKS[quirk](judge, Sandbox(ready_file))
        failures += judge.failures
    sys.exit(1 if failures else 0)


main()
