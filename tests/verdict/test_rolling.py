"""The hub's keys roll for a service that reads its metadata anew; one that does not is told why nothing was asked."""

import asyncio
from pathlib import Path

import pytest

from examples.provider.desk import Desk
from examples.provider.registering import read_hub
from mock_server.check.steering import KEY_STAGES
from mock_server.client import Control, WorldControl
from mock_server.verdict.checking import check
from mock_server.verdict.judging.outcome import Ruling
from tests.verdict.providers import MakeDesk, serving


def reading(control: Control, world: WorldControl) -> MakeDesk:
    class ReadsAnew(Desk):
        """Fetches the hub's metadata for each answer."""

        def finish(self, browser: str, relay_state: str, artifact: str) -> str:
            self.hub = read_hub(control.url, world.name)
            return super().finish(browser, relay_state, artifact)

    return ReadsAnew


@pytest.mark.parametrize("reads", [True, False], ids=["reads", "fixed"])
def test_a_service_that_reads_metadata_anew_is_asked(
    control: Control, world: WorldControl, tmp_path: Path, reads: bool
) -> None:
    sends = ("sig.retired_key", "ok.rollover_new")
    with serving(reading(control, world) if reads else Desk, control, world, tmp_path) as service:
        verdict = asyncio.run(check(service.options("--only", ",".join(sends)), control.url, lambda *_: None))
        certificates = read_hub(control.url, world.name).certificates
    assert set(sends) <= set(KEY_STAGES)
    assert {one.ruling for one in verdict.records} == {Ruling.RIGHT if reads else Ruling.NOT_APPLICABLE}
    assert certificates == service.desk.hub.certificates or reads
