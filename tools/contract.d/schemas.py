"""Requests that schemathesis makes of the vendors' specifications, good and bad ones: the sandbox never
fails, answers with the statuses that are documented, and in the documented shapes.

    schemas.py READY_FILE FOLDER_OF_SPECIFICATIONS --examples N --seed N

What departs from a specification because of an observation stands in `contradictions.json` and in
`Tests/Contract/Contradictions.swift`, each with its reason.
"""

import argparse
import itertools
import json
import os
import re
import time
import warnings

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.failures import FailureGroup

from common import Judge, Sandbox

SPECIFICATIONS = {"Amazon": "spapi-catalogItems_2022-04-01.json", "Plytix": "plytix-v1v2.json"}
# 401, 403 and 429 belong to any call; 404 to any path with something in it; 501 is told apart below.
ALLOWED = {401, 403, 404, 429}
HERE = os.path.dirname(os.path.abspath(__file__))
SWIFT_LIST = os.path.join(HERE, "../../Tests/Contract/Contradictions.swift")


class Contradictions:
    """What is meant to differ; `…` in operation and place stands for anything."""

    def __init__(self):
        with open(os.path.join(HERE, "contradictions.json")) as file:
            self.entries = json.load(file)["contradictions"]
        self.entries += self.of_swift()

    @staticmethod
    def of_swift():
        """The list that the tests in Swift hold their own requests against, where there is one."""
        if not os.path.exists(SWIFT_LIST):
            return []
        with open(SWIFT_LIST) as file:
            text = file.read()
        entry = re.compile(
            r'Contradiction\(\s*"([^"]+)",\s*\.response,\s*(?:\[([\d, ]*)\],\s*)?'
            r'at:\s*"([^"]+)",\s*(?:"([^"]+)",\s*)?because:\s*"([^"]+)"')
        return [
            {"operation": operation, "place": place, "rule": rule or None, "because": reason,
             "statuses": [int(status) for status in statuses.split(",") if status.strip()]}
            for operation, statuses, place, rule, reason in entry.findall(text)]

    def cover(self, operation, status, place, rule):
        return any(
            self.fits(operation, entry["operation"]) and self.fits(place, entry["place"])
            and (not entry["statuses"] or status in entry["statuses"])
            and entry.get("rule") in (None, rule)
            for entry in self.entries)

    @staticmethod
    def fits(text, pattern):
        parts = [re.escape(part) for part in pattern.split("…")]
        return re.fullmatch(".*".join(parts), text, re.DOTALL) is not None


class Amazon:
    """The seller's side: half of the paths lead to an item that is there."""

    # Two operations with many parameters: each gets more requests than one of Plytix.
    share = 10

    def __init__(self, sandbox):
        self.sandbox = sandbox
        self.session = requests.Session()
        self.log_in()

    def log_in(self):
        self.headers = {"x-amz-access-token": self.sandbox.amazon_token()}

    def real(self, operation):
        return {"asin": "B07X8Z63ZL"}

    def query(self, operation):
        return {"marketplaceIds": ["ATVPDKIKX0DER"]}


class Plytix:
    """An account in which there is one of everything, made anew where something is deleted."""

    share = 1

    def __init__(self, sandbox):
        self.sandbox = sandbox
        self.session = requests.Session()
        self.numbers = itertools.count()
        self.log_in()

    def log_in(self):
        self.headers = {"Authorization": f"Bearer {self.sandbox.plytix_token()}"}

    def create(self, path, body):
        for _ in range(2):
            answer = self.session.post(
                f"{self.sandbox.base}/api/v1/{path}", json=body, headers=self.headers)
            if answer.status_code != 401:
                return answer.json()["data"][0]["id"]
            self.log_in()
        raise RuntimeError(f"{path} cannot be created: {answer.text}")

    def real(self, operation):
        """Ids for the names of an operation's path; only those that it has are made."""
        number = next(self.numbers)
        makers = {
            "product_id": lambda: self.create("products", {"sku": f"REAL-{number}"}),
            "parent_product_id": lambda: self.create("products", {"sku": f"PARENT-{number}"}),
            "related_product_id": lambda: self.create("products", {"sku": f"RELATED-{number}"}),
            "variant_id": lambda: self.create("products", {"sku": f"VARIANT-{number}"}),
            "asset_id": lambda: self.create(
                "assets", {"filename": f"real-{number}.jpg", "content": "/9j/4AAQSkZJRg=="}),
            "product_attribute_id": lambda: self.create(
                "attributes/product", {"name": f"Real {number}", "type_class": "TextAttribute"}),
            "attribute_group_id": lambda: self.create(
                "attribute-groups/product", {"name": f"Real {number}", "attribute_labels": []}),
            "product_family_id": lambda: self.create(
                "product_families", {"name": f"Real {number}"}),
            "relationship_id": lambda: self.create("relationships", {"name": f"Real {number}"}),
            "category_id": lambda: self.create(
                "categories/file" if "categories/file" in operation.path
                else "categories/product", {"name": f"Real {number}"}),
        }
        return {name: makers[name]() for name in re.findall(r"{(\w+)}", operation.path)}

    def query(self, operation):
        return {}


class Examination:
    """All operations of one specification."""

    def __init__(self, name, side, specification, contradictions, options):
        self.name = name
        self.side = side
        self.schema = schemathesis.openapi.from_dict(specification)
        self.contradictions = contradictions
        self.options = options
        self.requests = 0
        self.not_served = set()
        self.served = set()
        self.findings = {}

    def run(self):
        for result in self.schema.get_all_operations():
            operation = result.ok()
            if operation.path.startswith("/auth/"):
                continue
            for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
                self.examine(operation, mode)

    def examine(self, operation, mode):
        negative = mode == GenerationMode.NEGATIVE
        if negative and not (operation.body or operation.query or operation.path_parameters):
            return
        examination = self

        @seeded(self.options.seed)
        @settings(
            max_examples=self.side.share * self.options.examples // (3 if negative else 1) or 1,
            database=None,
            deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy(generation_mode=mode), isReal=st.booleans())
        def ask(case, isReal):
            if isReal:
                real = examination.side.real(operation)
                case.path_parameters = {**(case.path_parameters or {}), **real}
                if not negative:
                    case.query = {**(case.query or {}), **examination.side.query(operation)}
            examination.ask(operation, case)

        ask()

    def ask(self, operation, case):
        answer = case.call(
            base_url=self.side.sandbox.base, session=self.side.session,
            headers=self.side.headers, timeout=30)
        if answer.status_code in (401, 403):
            # Tokens are short-lived at this speed.
            self.side.log_in()
            answer = case.call(
                base_url=self.side.sandbox.base, session=self.side.session,
                headers=self.side.headers, timeout=30)
        self.requests += 1
        label = f"{operation.method.upper()} {operation.path}"
        status = answer.status_code
        if status == 501:
            self.not_served.add(label)
            return
        self.served.add(label)
        documented = {int(code) for code in operation.responses.status_codes if code.isdigit()}
        if status not in documented:
            if status not in ALLOWED:
                self.find(label, status, "status", "undocumented", case)
            return
        try:
            case.validate_response(
                answer, checks=CHECKS.get_by_names(
                    ["response_schema_conformance", "content_type_conformance"]))
        except FailureGroup as group:
            for failure in group.exceptions:
                path = getattr(failure, "instance_path", None)
                place = "header/content-type" if path is None else "/".join(
                    ["body", *("*" if isinstance(part, int) else str(part) for part in path)])
                rule = self.rule(failure) if path is not None else failure.title
                self.find(label, status, place, rule, case, str(failure).split("\n")[0])

    @staticmethod
    def rule(failure):
        """The keyword of the schema; `null` for a null in place of what the schema wants."""
        keyword = str(failure.schema_path[-1])
        return "null" if keyword == "type" and failure.instance is None else keyword

    def find(self, label, status, place, rule, case, detail=""):
        if not self.contradictions.cover(label, status, place, rule):
            self.findings.setdefault((label, status, place, rule), (case.as_curl_command(), detail))


def main():
    warnings.simplefilter("ignore")
    parser = argparse.ArgumentParser()
    parser.add_argument("ready_file")
    parser.add_argument("folder")
    parser.add_argument("--examples", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    load_all_checks()
    judge = Judge("schemathesis")
    contradictions = Contradictions()
    sandbox = Sandbox(options.ready_file)
    with open(os.path.join(HERE, "contradictions.json")) as file:
        not_served = set(json.load(file)["not_served"])

    missing = set()
    for name, side in (("Amazon", Amazon), ("Plytix", Plytix)):
        with open(os.path.join(options.folder, SPECIFICATIONS[name])) as file:
            specification = json.load(file)
        start = time.monotonic()
        examination = Examination(name, side(sandbox), specification, contradictions, options)
        examination.run()
        took = time.monotonic() - start
        judge.check(
            f"{name}: {examination.requests} requests to {len(examination.served)} operations in "
            f"{took:.0f} s, all answers as documented", not examination.findings,
            f"{len(examination.findings)} findings")
        for (label, status, place, rule), (command, detail) in sorted(
                examination.findings.items()):
            print(f"     {label} {status}, {place}: {rule} {detail}\n       {command[:600]}")
        missing |= examination.not_served
    judge.equal("what the sandbox does not serve is what is listed", missing, not_served)
    judge.end()


main()
