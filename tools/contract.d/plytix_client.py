"""plytix-pim-client, unmodified, against the sandbox: it works on an account of its own, and then finds
in the other one exactly what plysync's journal says of it.

    plytix_client.py READY_FILE PLYSYNC
"""

import json
import os
import subprocess
import sys
import tempfile
import time

from common import Judge, Sandbox

# The client reads these once, when it is imported. Its retries are switched off: it repeats
# without end what is refused for good.
sandbox = Sandbox(sys.argv[1])
os.environ.update(
    PLYTIX_PIM_BASE_URL=sandbox.ready["plytix_url"],
    PLYTIX_AUTH_BASE_URL=sandbox.ready["plytix_auth_url"],
    PLYTIX_HTTP_RETRIES="0", PLYTIX_HTTP_TIMEOUT="15",
    LOG_LEVEL="CRITICAL")

from plytix_pim_client import PlytixSync  # noqa: E402
from plytix_pim_client.dtos.filters import OperatorEnum, SearchFilter  # noqa: E402
from plytix_pim_client.dtos.pagination import Pagination  # noqa: E402
from plytix_pim_client.dtos.products.attribute import ProductAttributeTypeClass  # noqa: E402
from plytix_pim_client.exceptions import ConflictError, UnprocessableEntityError  # noqa: E402

STYLE = "MCA0032"
STUB = "0" * 24


def client(target):
    # Wrong credentials are kept away from it: it answers a 401 with a new token and the same
    # request, for ever.
    keys = sandbox.ready["targets"][target]
    return PlytixSync(keys["api_key"], keys["api_password"])


def until(holds):
    """What the server accepts and does later is there after a second at most."""
    for _ in range(50):
        if holds():
            return True
        time.sleep(0.1)
    return False


def requests(status):
    return sum(entry["count"] for entry in sandbox.control("/requests")["counts"]
               if entry["system"] == "plytix" and entry["status"] == status)


def definitions(judge, plytix):
    """Attributes, a family and a relationship: made, found, renamed."""
    text = plytix.products.attributes.create_attribute(
        "Judge's note", ProductAttributeTypeClass.TEXT)
    gallery = plytix.products.attributes.create_attribute(
        "Judge pictures", ProductAttributeTypeClass.MEDIA_GALLERY)
    judge.equal("an attribute's label is made of its name", gallery.label, "judge_pictures")
    judge.raises("a second attribute of a name is refused", UnprocessableEntityError,
                 lambda: plytix.products.attributes.create_attribute(
                     "Judge pictures", ProductAttributeTypeClass.TEXT))
    found = plytix.products.attributes.search_product_attributes(
        [[SearchFilter(field="name", operator=OperatorEnum.EQUALS, value="Judge pictures")]],
        ["name", "label", "type_class"], [],
        Pagination(sort_by_attribute="name", page=1, page_size=25))
    judge.equal("an attribute is found", [(row.id, row.type_class) for row in found],
                [(gallery.id, "MediaGalleryAttribute")])

    family = plytix.products.families.create_family("Judged")
    plytix.products.families.attributes.link_attribute_to_family(
        family.id, [text.id, gallery.id])
    judge.check("attributes are linked to a family", until(
        lambda: {row.id for row in
                 plytix.products.families.attributes.get_family_attributes(family.id)}
        >= {text.id, gallery.id}))
    judge.equal("a family is renamed",
                plytix.products.families.rename_family(family.id, "Well judged").name,
                "Well judged")
    relation = plytix.products.relationships.create_product_relationship("Judge's choice")
    judge.equal("a relationship is renamed, and keeps its label",
                (plytix.products.relationships.update_relationship(relation.id, "Choice").name,
                 plytix.products.relationships.get_relationship(relation.id).label),
                ("Choice", relation.label))
    return text, gallery, family, relation


def products(judge, plytix, text, family):
    """Products: made, searched page by page, changed."""
    made = [plytix.products.create_product(f"JUDGE-{number:02}", f"Boot {number}")
            for number in range(30)]
    first = made[0]
    judge.raises("a SKU is taken once", ConflictError,
                 lambda: plytix.products.create_product("JUDGE-00"))
    pages = list(plytix.products.search_all_products(
        [[SearchFilter(field="sku", operator=OperatorEnum.CONTAINS, value="JUDGE-")]],
        ["sku", "label"], [], sort_by_attribute="sku", page_size=12))
    judge.equal("all are found, page by page, in order",
                [product.sku for page in pages for product in page],
                [product.sku for product in made])
    page = plytix.products.search_products(
        [[SearchFilter(field="sku", operator=OperatorEnum.EQUALS, value="JUDGE-07")]], ["sku"],
        [], Pagination(sort_by_attribute="sku", page=1, page_size=25),
        extra={"return_pagination": True})
    judge.equal("count is the matches, total_count all there is",
                (page.pagination.count, page.pagination.total_count), (1, 30))
    judge.check("a family is assigned",
                plytix.products.assign_family(first.id, family.id))
    changed = plytix.products.update_product(
        first.id, {"label": "Best boot", "attributes": {text.label: "gut"}})
    judge.equal("a product is changed",
                (changed.label, changed.attributes.get(text.label), changed.product_family_id),
                ("Best boot", "gut", family.id))
    judge.raises("an attribute that is not there is refused", UnprocessableEntityError,
                 lambda: plytix.products.update_product(
                     first.id, {"attributes": {"no_such_label": "x"}}))
    judge.equal("what is not there is not found",
                (plytix.products.get_product(STUB), plytix.products.update_product(STUB, {})),
                (None, None))
    return made


def pictures(judge, plytix, product, gallery):
    """Assets: uploaded by URL, linked, unlinked, renamed, deleted."""
    files = [picture["file"] for item in sandbox.control("/catalog")["items"]
             for picture in item.get("pictures", [])]
    urls = [f"{sandbox.ready['images_url']}/I/{name}" for name in files[:2]]
    assets = [plytix.assets.create_asset_by_url(url, f"judge-{number}.jpg")
              for number, url in enumerate(urls)]
    judge.raises("a picture is uploaded once", ConflictError,
                 lambda: plytix.assets.create_asset_by_url(urls[0], "again.jpg"))
    for asset in assets:
        judge.check("an asset is linked", plytix.products.assets.link_asset_to_product(
            product.id, asset.id, gallery.label))
    linked = plytix.products.assets.get_product_assets(product.id)
    judge.equal("the product has its assets", {asset.id for asset in linked},
                {asset.id for asset in assets})
    judge.raises("an asset is linked once", ConflictError,
                 lambda: plytix.products.assets.link_asset_to_product(
                     product.id, assets[0].id, gallery.label))
    judge.check("an asset is unlinked", plytix.products.assets.unlink_asset_from_product(
        product.id, assets[0].id))
    judge.equal("and gone from the gallery",
                [entry["id"] for entry in
                 plytix.products.get_product(product.id).attributes[gallery.label]],
                [assets[1].id])
    judge.equal("an asset is renamed",
                plytix.assets.update_asset(assets[0].id, filename="first.jpg").filename,
                "first.jpg")
    found = plytix.assets.search_assets(
        [[SearchFilter(field="filename", operator=OperatorEnum.EQUALS, value="first.jpg")]],
        ["filename"], [], Pagination(sort_by_attribute="filename", page=1, page_size=25))
    judge.equal("and found", [asset.id for asset in found], [assets[0].id])
    judge.check("an asset is deleted", plytix.assets.delete_asset(assets[0].id))
    judge.equal("and gone", plytix.assets.get_asset(assets[0].id), None)


def relations(judge, plytix, made, relation):
    """Links between products. Unlinking is kept away from the client: it sends plain ids, and its own
    tests of that are skipped."""
    source, targets = made[0], made[1:3]
    plytix.products.relationships.link_product_to_relationship(
        source.id, relation.id,
        [{"product_id": target.id, "quantity": 1} for target in targets])
    plytix.products.relationships.update_quantity_product_relationship(
        source.id, relation.id, targets[0].id, 7)
    shown = plytix.products.get_product(source.id).relationships
    judge.equal("products are linked, and the quantity is changed",
                [(row["relationship_id"],
                  [(end["product_id"], end["quantity"]) for end in row["related_products"]])
                 for row in shown],
                [(relation.id, [(targets[0].id, 7), (targets[1].id, 1)])])
    plytix.products.delete_product(targets[0].id)
    shown = plytix.products.get_product(source.id).relationships
    judge.equal("a deleted product is no longer linked",
                [end["product_id"] for end in shown[0]["related_products"]], [targets[1].id])


def removal(judge, plytix, made, text, gallery, family, relation):
    left = [product for product in made if product.sku not in ("JUDGE-01",)]
    judge.check("products are deleted",
                all(plytix.products.delete_product(product.id) for product in left))
    judge.equal("and gone", plytix.products.get_product(made[0].id), None)
    judge.check("a family is deleted", plytix.products.families.delete_family(family.id))
    judge.check("attributes are deleted", all(
        plytix.products.attributes.delete_attribute(attribute.id)
        for attribute in (text, gallery)))
    judge.check("and gone a little later", until(
        lambda: plytix.products.attributes.get_attribute(gallery.id) is None))
    judge.check("a relationship is deleted",
                plytix.products.relationships.delete_product_relationship(relation.id))


def plysync(program, folder, *arguments):
    ready = sandbox.ready
    environment = {
        **os.environ, "PLYSYNC_AMAZON_URL": ready["amazon_url"],
        "PLYSYNC_LWA_URL": ready["lwa_url"],
        "SP_API_REFRESH_TOKEN": ready["amazon"]["refresh_token"],
        "LWA_APP_ID": ready["amazon"]["client_id"],
        "LWA_CLIENT_SECRET": ready["amazon"]["client_secret"],
        "PLYTIX_API_KEY": ready["targets"]["default"]["api_key"],
        "PLYTIX_API_PASSWORD": ready["targets"]["default"]["api_password"],
    }
    return subprocess.run(
        [program, *arguments, "--json"], cwd=folder, env=environment, capture_output=True,
        text=True, timeout=120)


def known(program, judge):
    """What the journal says of the account after a whole sync; the bundled style has one picture that
    cannot be fetched, hence the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        done = plysync(program, folder, "sync", "--style", STYLE, "--execute")
        if not judge.check("plysync syncs", done.returncode == 1, done.stdout + done.stderr):
            judge.end()
        failures = json.loads(done.stdout)["failures"]
        judge.equal("but for one picture that is not there",
                    [failure["phase"] for failure in failures], ["images"])
        state = json.loads(plysync(program, folder, "state").stdout)
        # A picture that was there before keeps its name in Plytix: the journal tells by the id.
        uploads = plysync(program, folder, "log", "--kind", "AssetUploaded").stdout.splitlines()
        bodies = [json.loads(line)["body"] for line in uploads]
        return state, {body["id"]: body["file"] for body in bodies}


def value_of(product, field):
    """A field of the client's product under plysync's name for it."""
    if not field.startswith("attributes."):
        return getattr(product, field)
    return product.attributes.get(field.removeprefix("attributes."))


def compare(judge, plytix, state, files):
    """Everything that the journal knows of the account, as the client reads it; `files` has the
    journal's name of each asset by its id."""
    types = {row.label: row.type_class for row in page_of(
        plytix.products.attributes.search_product_attributes,
        ["name", "label", "type_class"], "name")}
    expected = state["definitions"]["attributes"]
    judge.equal("the attributes of the journal", {label: types.get(label) for label in expected},
                expected)
    found = [product for page in plytix.products.search_all_products(
        [], ["sku"], [], sort_by_attribute="sku", page_size=100) for product in page]
    skus = {product.id: product.sku for product in found}
    judge.equal("the products of the journal",
                sorted(sku for sku in skus.values() if sku.startswith("AMZN-")),
                sorted(state["products"]))
    families = {row.id: row.name for row in page_of(
        plytix.products.families.search_families, ["name"], "name")}

    relations = {}
    for identifier, sku in sorted(skus.items(), key=lambda pair: pair[1]):
        # Searches do not show everything: each product by itself.
        product = plytix.products.get_product(identifier)
        for row in product.relationships:
            ends = sorted(skus[end["product_id"]] for end in row["related_products"])
            if ends:
                relations.setdefault(row["relationship_label"], {})[sku] = ends
        if sku not in state["products"]:
            continue
        journal = state["products"][sku]
        judge.equal(f"{sku}: every field",
                    {field: value_of(product, field) for field in journal["fields"]},
                    journal["fields"])
        more = {label for label, value in product.attributes.items()
                if value is not None and f"attributes.{label}" not in journal["fields"]}
        judge.check(f"{sku}: and no other", more <= {"amazon_images", "amazon_last_synced"}, more)
        judge.equal(f"{sku}: family", families.get(product.product_family_id),
                    journal.get("family"))
        judge.equal(f"{sku}: gallery, in order",
                    [files.get(asset["id"])
                     for asset in product.attributes.get("amazon_images", [])],
                    journal.get("gallery", []))
        judge.equal(f"{sku}: thumbnail", files.get((product.thumbnail or {}).get("id")),
                    journal.get("thumbnail"))
    judge.equal("every link, and no other", relations, {
        label: {source: sorted(ends) for source, ends in sources.items()}
        for label, sources in state["relations"].items()})


def page_of(search, columns, order):
    return search([], columns, [],
                  Pagination(sort_by_attribute=order, page=1, page_size=100))


def main():
    judge = Judge("plytix-pim-client")
    plytix = client("fresh")
    before = requests(401)
    text, gallery, family, relation = definitions(judge, plytix)
    judge.equal("it logs in by way of one 401", requests(401) - before, 1)
    made = products(judge, plytix, text, family)
    pictures(judge, plytix, made[0], gallery)
    relations(judge, plytix, made, relation)
    removal(judge, plytix, made, text, gallery, family, relation)
    compare(judge, client("default"), *known(sys.argv[2], judge))
    judge.end()


main()
