"""The examples of Amazon's own API model, and an item that Amazon captured: the sandbox answers them
as they were published, and plysync exports and maps the captured one as it is.

    amazon_examples.py READY_FILE FOLDER_OF_SPECIFICATIONS PLYSYNC
"""

import json
import os
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request

from common import Judge, Sandbox

MODEL = "spapi-catalogItems_2022-04-01.json"
CAPTURED = "spapi-sample-getCatalogItem-B0F7YT4YW2.json"
BRAZIL = "A2Q3Y263D00KWC"


def get(sandbox, path, query):
    """Status and body of a GET with a token."""
    text = urllib.parse.urlencode({key: ",".join(value) for key, value in query.items()})
    request = urllib.request.Request(
        f"{sandbox.base}{path}?{text}", headers={"x-amz-access-token": sandbox.amazon_token()})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def patterns(model):
    """Path, query, status and body of each static pattern."""
    for path, methods in model["paths"].items():
        for status, response in methods["get"]["responses"].items():
            for example in response.get("x-amzn-api-sandbox", {}).get("static", []):
                values = {
                    name: value["value"]
                    for name, value in example["request"]["parameters"].items()}
                asin = values.pop("asin", None)
                yield path.replace("{asin}", asin or ""), values, int(status), example["response"]


def plysync(program, folder, environment, *arguments):
    done = subprocess.run(
        [program, *arguments], cwd=folder, env={**os.environ, **environment},
        capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout + done.stderr


def export_and_map(judge, sandbox, item, program, source):
    """The captured item on its way through the journal; `source` is where it comes from."""
    ready = sandbox.ready
    environment = {
        "PLYSYNC_AMAZON_URL": ready["amazon_url"], "PLYSYNC_LWA_URL": ready["lwa_url"],
        "PLYTIX_PIM_BASE_URL": ready["plytix_url"],
        "PLYTIX_AUTH_BASE_URL": ready["plytix_auth_url"],
        "SP_API_REFRESH_TOKEN": ready["amazon"]["refresh_token"],
        "LWA_APP_ID": ready["amazon"]["client_id"],
        "LWA_CLIENT_SECRET": ready["amazon"]["client_secret"],
        "PLYTIX_API_KEY": ready["targets"]["default"]["api_key"],
        "PLYTIX_API_PASSWORD": ready["targets"]["default"]["api_password"],
    }
    way = source[0]
    with tempfile.TemporaryDirectory() as folder:
        status, said = plysync(
            program, folder, environment, "export", *source, "--marketplace", "BR",
            "--no-parents", "--output", "export.json")
        with open(os.path.join(folder, "plysync.yaml"), "w") as file:
            file.write("amazon:\n  marketplaces: [BR]\n")
        if not judge.check(f"the captured item is exported by {way}", status == 0, said):
            return
        with open(os.path.join(folder, "export.json")) as file:
            record = json.load(file)["variants"][0]
        attributes = item["attributes"]
        expected = {
            "amazon_asin": item["asin"], "title": attributes["item_name"][0]["value"],
            "brand": attributes["brand"][0]["value"],
            "color": attributes["color"][0]["value"]}
        judge.equal(f"with its title, brand and color by {way}",
                    {key: record.get(key) for key in expected}, expected)
        text = json.dumps(record)
        links = {image["link"] for image in item["images"][0]["images"]}
        judge.check(f"with all its pictures by {way}", all(link in text for link in links), text)
        status, said = plysync(
            program, folder, environment, "map", "--output", "map.json")
        if judge.check(f"and mapped by {way}", status == 0, said):
            with open(os.path.join(folder, "map.json")) as file:
                mapped = json.load(file)
            judge.equal(f"to no product of the account, by {way}",
                        [(row["amazon_asin"], row["amazon_title"], row["amazon_color"])
                         for row in mapped["unmatched_amazon"]],
                        [(item["asin"], expected["title"], expected["color"])])


def main():
    judge = Judge("amazon's examples")
    sandbox = Sandbox(sys.argv[1])
    folder, program = sys.argv[2:4]
    with open(os.path.join(folder, MODEL)) as file:
        model = json.load(file)
    with open(os.path.join(folder, CAPTURED)) as file:
        item = json.load(file)

    found = list(patterns(model))
    judge.equal("the model has its four patterns", len(found), 4)
    for path, query, status, body in found:
        judge.equal(f"{path} as published, {status}", get(sandbox, path, query), (status, body))
    for path, methods in model["paths"].items():
        example = methods["get"]["responses"]["200"]["examples"]["application/json"]
        entries = example.get("items", [example])
        for entry in entries:
            status, answer = get(
                sandbox, f"/catalog/2022-04-01/items/{entry['asin']}",
                {"marketplaceIds": ["ATVPDKIKX0DER"],
                 "includedData": sorted(set(entry) - {"asin"})})
            judge.equal(f"the example of {path}", (status, answer), (200, entry))
    status, answer = get(
        sandbox, f"/catalog/2022-04-01/items/{item['asin']}",
        {"marketplaceIds": [BRAZIL], "includedData": sorted(set(item) - {"asin"})})
    judge.equal("the captured item", (status, answer), (200, item))

    export_and_map(judge, sandbox, item, program, ["--asins", item["asin"]])
    export_and_map(
        judge, sandbox, item, program, ["--from-file", os.path.join(folder, CAPTURED)])
    judge.end()


main()
