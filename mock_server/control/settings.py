"""Settings of a world: how its machines behave that a person cannot steer."""

from pydantic import Field

from ..kernel.world import World
from ..sites.czytnik.state import ReaderSettings
from .api import Api, Call, Message, Nothing

api = Api()
_DAY = 24 * 60 * 60


class SettingsSeen(Message):
    """What a world is set to."""

    reading_seconds: float


class SettingsWanted(Message):
    """What to set; anything left out stays as it is."""

    reading_seconds: float | None = Field(default=None, ge=0, le=_DAY)


@api.endpoint("GET", "/worlds/{world}/settings", Nothing, SettingsSeen)
async def read(call: Call, _body: Nothing) -> SettingsSeen:
    """How many seconds the card reader takes."""
    return _seen(call.world)


@api.endpoint("PATCH", "/worlds/{world}/settings", SettingsWanted, SettingsSeen)
async def change(call: Call, body: SettingsWanted) -> SettingsSeen:
    """Change what is given, for example a reader that takes 40 seconds: ``{"reading_seconds": 40}``."""
    if body.reading_seconds is not None:
        call.world.state(ReaderSettings).reading_seconds = body.reading_seconds
        call.world.changed.notify()
    return _seen(call.world)


def _seen(world: World) -> SettingsSeen:
    return SettingsSeen(reading_seconds=world.state(ReaderSettings).reading_seconds)
