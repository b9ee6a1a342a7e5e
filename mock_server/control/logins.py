"""The fast way in: who the next login of a world is."""

from ..kernel.values import Pesel
from ..sites.login.silent import SilentLoginInvalid, silent_login
from ..sites.login.state import HubState
from .api import Api, Call, Message, Nothing
from .refusal import ControlRefused

api = Api()


class NextLogin(Message):
    """Who, by which method (and bank), at which level (the method's own unless given).

    ``method``: trusted_profile, mojeid, id_card or mobywatel; ``level``: low, substantial or high.
    """

    pesel: Pesel
    method: str = "mobywatel"
    bank: str | None = None
    level: str | None = None


@api.endpoint("PUT", "/worlds/{world}/next-login", NextLogin, Nothing)
async def expect_login(call: Call, body: NextLogin) -> Nothing:
    """Log this person in at the next request to the hub, once, without showing a page."""
    try:
        login = silent_login(call.world, body.pesel, body.method, body.bank, body.level)
    except SilentLoginInvalid as error:
        raise ControlRefused(422, str(error)) from error
    call.world.state(HubState).next_login = login
    return Nothing()
