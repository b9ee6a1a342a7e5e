"""The fast way in: who the next login of a world is."""

from typing import Literal

from ..hub.methods import method
from ..hub.silent import SilentLogin
from ..hub.state import HubDesk
from ..kernel.institutions import institution
from ..saml.levels import Level
from .api import Api, Call, ControlRefused, Message, Nothing

api = Api()


class NextLogin(Message):
    """Who, by which method (and bank), at which level (the method's own unless given)."""

    pesel: str
    method: Literal["trusted_profile", "mojeid", "id_card", "mobywatel"] = "mobywatel"
    bank: str | None = None
    level: Literal["low", "substantial", "high"] | None = None


@api.endpoint("PUT", "/worlds/{world}/next-login", NextLogin, Nothing)
async def expect_login(call: Call, body: NextLogin) -> Nothing:
    """Log this person in at the next request to the hub, once, without showing a page."""
    person = call.world.people.by_pesel(body.pesel)
    chosen = method(body.method)
    if person is None or chosen is None:
        raise ControlRefused(404, "nobody in this world has that PESEL")
    if body.bank and institution(body.bank) is None:
        raise ControlRefused(422, f"no institution is named {body.bank!r}")
    level = Level[body.level.upper()] if body.level else None
    call.world.state(HubDesk).next_login = SilentLogin(person, chosen, body.bank, level)
    return Nothing()
