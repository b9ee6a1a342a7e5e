"""Results of the tests that left none: their worker was killed, the disk was full, or the run was stopped before."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from time import time
from uuid import uuid4

from fixtures.collected import NODEID
from reports.collected import CollectedTest
from reports.results import MISSING, NOT_WALKED, Result

_ENDED_BADLY = "It began and left no result that can be read: its worker died, the disk was full or the run was killed."
_NEVER_BEGAN = "It was collected and never began: the run ended before."


def without_result(tests: Iterable[CollectedTest], results: dict[str, Result]) -> list[CollectedTest]:
    """The collected tests that left no result that can be read."""
    return [test for test in tests if test.nodeid not in results]


def write_missing(tests: Iterable[CollectedTest], folder: Path) -> None:
    """Let each have a result that says so, for Allure to show."""
    for test in list(tests):
        uuid = str(uuid4())
        (folder / f"{uuid}{MISSING}").write_text(json.dumps(_document(test, uuid), ensure_ascii=False), "utf-8")


def _document(test: CollectedTest, uuid: str) -> dict[str, object]:
    labels = {NODEID: test.nodeid, "epic": "Not walked", "feature": "Crashed" if test.began else "Never began"}
    now = int(time() * 1000)  # an attempt as any other: Allure and we take the last for what counts
    return {
        "uuid": uuid,
        "start": now if test.began else 0,
        "stop": now if test.began else 0,
        "historyId": hashlib.sha256(test.nodeid.encode()).hexdigest(),
        "fullName": test.test,
        "name": f"{test.title}: {test.nodeid}",
        "status": "broken" if test.began else NOT_WALKED,
        "statusDetails": {"message": test.crash or (_ENDED_BADLY if test.began else _NEVER_BEGAN)},
        "parameters": [{"name": name, "value": value} for name, value in test.parameters.items() if value],
        "labels": [{"name": name, "value": value} for name, value in labels.items()],
    }
