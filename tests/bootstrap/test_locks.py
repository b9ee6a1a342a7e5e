"""The locks pin everything by hash, and say nothing of where it is fetched from."""

import json
import re

from bootstrap.places import NODE_LOCK, PYTHON_LOCK

PINNED = re.compile(r"^[a-z0-9._-]+==[^\s;]+( ; .+)? \\$")


def test_the_python_lock_pins_by_hash_and_names_no_host() -> None:
    text = PYTHON_LOCK.read_text(encoding="utf-8")
    assert "://" not in text
    packages = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert [line for line in packages if not PINNED.match(line)] == []
    assert text.count("\n    --hash=sha256:") >= len(packages)


def test_the_npm_lock_pins_by_hash_and_names_no_host() -> None:
    packages = json.loads(NODE_LOCK.read_text(encoding="utf-8"))["packages"]
    fetched = {name: entry for name, entry in packages.items() if name}
    assert fetched
    assert [name for name, entry in fetched.items() if "resolved" in entry or "integrity" not in entry] == []
