"""How long a broken cipher takes: told where it is clear, and never of what only jitters."""

import asyncio
from pathlib import Path
from random import Random
from threading import Event

import pytest
from lxml import etree

from examples.provider import back_channel, messages
from examples.provider.decryption import decrypt
from examples.provider.desk import Desk
from examples.provider.documents import Refused
from mock_server.client import Control, WorldControl
from mock_server.verdict.checking import scene_of
from mock_server.verdict.looks import timing
from mock_server.verdict.looks.look import Look, Sign
from tests.verdict.providers import MakeDesk, serving

_ENCRYPTED = "{urn:oasis:names:tc:SAML:2.0:assertion}EncryptedAssertion"
SLOW = 0.15


class DecryptsFirst(Desk):
    """Looks into the cipher before it looks at signatures, and takes its time where a key came out of it."""

    def finish(self, browser: str, relay_state: str, artifact: str) -> str:
        soap = messages.artifact_resolve(self.provider, self.hub, messages.new_id(), artifact, self.now())
        encrypted = next(etree.fromstring(back_channel.post(self.hub.artifact_url, soap)).iter(_ENCRYPTED))
        try:
            decrypt(encrypted, self.provider.key, (self.hub.issuer, self.provider.issuer))
        except Refused as refused:
            if type(refused.__cause__).__name__ == "InvalidTag":
                Event().wait(SLOW)
        except ValueError:
            pass
        raise Refused(f"{browser}, {relay_state}: nobody is let in")


def around(mean: float, seed: int, jitter: float = 0.3) -> list[float]:
    drawn = Random(seed)
    return [mean * (1 + jitter * drawn.random()) for _ in range(7)]


@pytest.mark.parametrize(
    ("slowest", "sign"), [(0.020, Sign.GOOD), (0.036, Sign.ADVICE), (0.065, Sign.ADVICE), (0.150, Sign.BAD)]
)
def test_a_difference_is_told_as_clear_as_it_is(slowest: float, sign: Sign) -> None:
    times = {"point": around(0.020, 1), "key": around(0.020, 2), "tag": around(slowest, 3)}
    assert timing.told_of(times).sign is sign


def test_one_slow_time_and_overlapping_ones_tell_nothing() -> None:
    assert timing.told_of({"key": [0.02] * 7, "tag": [0.02] * 6 + [2.0]}).sign is Sign.GOOD
    assert timing.told_of({"key": [0.02] * 6 + [0.09], "tag": [0.08] * 7}).sign is Sign.GOOD


def _look(desk: MakeDesk, control: Control, world: WorldControl, folder: Path) -> Look:
    async def look() -> Look:
        with serving(desk, control, world, folder) as service:
            scene = scene_of(service.options(), world, control.url)
            try:
                return (await timing.look_at(scene))[0]
            finally:
                await scene.fetcher.close()

    return asyncio.run(look())


def test_the_example_takes_no_longer_over_one_than_over_another(
    control: Control, world: WorldControl, tmp_path: Path
) -> None:
    assert not _look(Desk, control, world, tmp_path).is_finding


def test_who_decrypts_first_is_found_by_the_time(control: Control, world: WorldControl, tmp_path: Path) -> None:
    look = _look(DecryptsFirst, control, world, tmp_path)
    assert look.sign in {Sign.BAD, Sign.ADVICE}, look.told
    assert look.told.startswith(("enc.oracle:tag", "enc.oracle:content"))
