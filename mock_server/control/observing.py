"""What happened in a world: its inbox and its journal."""

from ..kernel.inbox import Push, Sms
from ..kernel.journal import Entry
from .api import Api, Call, Message, Nothing

api = Api()


class InboxSeen(Message):
    """Every message, oldest first."""

    sms: list[Sms]
    pushes: list[Push]


@api.endpoint("GET", "/worlds/{world}/inbox", Nothing, InboxSeen, parameters=("phone", "pesel"))
async def inbox(call: Call, _body: Nothing) -> InboxSeen:
    """SMS (of one ``phone``, if given) and pushes (of one ``pesel``, if given)."""
    box, phone, pesel = call.world.inbox, call.query("phone"), call.query("pesel")
    return InboxSeen(sms=box.sms_to(phone) if phone else box.sms, pushes=box.pushes_to(pesel) if pesel else box.pushes)


@api.endpoint("GET", "/worlds/{world}/journal", Nothing, list[Entry], parameters=("secrets",))
async def journal(call: Call, _body: Nothing) -> list[Entry]:
    """What each site received and sent; ``secrets=true`` shows PESEL and secrets too."""
    return call.world.journal.read(with_secrets=call.query("secrets") == "true")
