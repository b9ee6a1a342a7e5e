"""What a random walk finds is printed as a test that shows it again, and passes once it is mended."""

import runpy
from functools import partial
from pathlib import Path

import allure
import pytest

from e2e.model.machine import explore
from e2e.model.walk import ModelBroken, Replay, WalkMaker, replay_with

pytestmark = [allure.epic("The model"), allure.feature("What is found")]

FAULT = "code.any_browser"
SHORTEST = ("log_in", "stranger_opens_page")


@pytest.mark.timeout(300)  # what is found is made as short as it can be
def test_the_printed_test_fails_as_the_walk_did_and_passes_without_the_fault(
    new_http_walk: WalkMaker, replay: Replay, tmp_path: Path
) -> None:
    faulty = partial(new_http_walk, FAULT)
    with pytest.raises(ModelBroken) as found:
        explore(faulty, number=0, walks=100, steps=4)
    assert found.value.actions == SHORTEST
    file = tmp_path / "test_found.py"
    file.write_text(found.value.test, encoding="utf-8")
    printed = runpy.run_path(str(file))["test_found_by_the_model"]
    with pytest.raises(ModelBroken):
        printed(replay_with(faulty))
    printed(replay)
