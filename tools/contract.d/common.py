"""What all judges share: the sandbox that they ask, and one line for each check."""

import json
import os
import sys
import urllib.parse
import urllib.request

os.environ["NO_PROXY"] = "127.0.0.1,localhost"


class Sandbox:
    """A running `plysync sandbox`, by the file that it wrote when it was ready."""

    def __init__(self, ready_file):
        with open(ready_file) as file:
            self.ready = json.load(file)
        self.base = self.ready["amazon_url"]

    def control(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.ready["control_url"] + path, data=data)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def fault(self, *rules):
        """Puts these faults in force, instead of those before."""
        self.control("/faults", {"faults": list(rules)})

    def amazon_token(self):
        """An access token of the seller."""
        form = urllib.parse.urlencode(
            {"grant_type": "refresh_token", **self.ready["amazon"]}).encode()
        with urllib.request.urlopen(self.ready["lwa_url"], data=form, timeout=30) as answer:
            return json.load(answer)["access_token"]

    def plytix_token(self, target="default"):
        """An access token of an account."""
        request = urllib.request.Request(
            self.ready["plytix_auth_url"] + "/auth/api/get-token",
            data=json.dumps(self.ready["targets"][target]).encode(),
            headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)["data"][0]["access_token"]


class Judge:
    """Prints one line a check, and remembers whether one failed."""

    def __init__(self, name):
        self.name = name
        self.failures = 0

    def check(self, what, holds, detail=""):
        self.failures += not holds
        mark = "ok  " if holds else "FAIL"
        tail = f": {detail}" if detail and not holds else ""
        print(f"{mark} {self.name}: {what}{tail}", flush=True)
        return holds

    def equal(self, what, found, expected):
        return self.check(what, found == expected, f"found {found!r}, expected {expected!r}")

    def raises(self, what, error, body, holds=lambda error: True):
        """Calls `body`, which must raise this error, and one that `holds`."""
        try:
            found = body()
        except error as raised:
            return self.check(what, holds(raised), repr(raised))
        return self.check(what, False, f"nothing was raised, but {found!r} came")

    def end(self):
        sys.exit(1 if self.failures else 0)
