"""What happened in a world, and what is open in it: its inbox, its journal, its account of open things."""

from asyncio import to_thread
from typing import Literal

from pydantic import TypeAdapter

from ..kernel.inbox import Push, Sms
from ..kernel.journal import Entry, redacted_entries
from ..kernel.open_things import OpenThing
from ..kernel.values import Pesel, PhoneNumber
from .api import Api, Call, Message, Nothing
from .reading import Query

api = Api()
_PHONE, _PESEL = Query("phone", TypeAdapter(PhoneNumber)), Query("pesel", TypeAdapter(Pesel))
_SECRETS = Query("secrets", TypeAdapter(Literal["true", "false"]))


class InboxSeen(Message):
    """Every message, oldest first."""

    sms: list[Sms]
    pushes: list[Push]


@api.endpoint("GET", "/worlds/{world}/inbox", Nothing, InboxSeen, queries=(_PHONE, _PESEL))
async def inbox(call: Call, _body: Nothing) -> InboxSeen:
    """SMS (of one ``phone``, if given) and pushes (of one ``pesel``, if given)."""
    box, phone, pesel = call.world.inbox, call.queries.get("phone"), call.queries.get("pesel")
    return InboxSeen(sms=box.sms_to(phone) if phone else box.sms, pushes=box.pushes_to(pesel) if pesel else box.pushes)


@api.endpoint("GET", "/worlds/{world}/journal", Nothing, list[Entry], queries=(_SECRETS,))
async def journal(call: Call, _body: Nothing) -> list[Entry]:
    """What each site received and sent; ``secrets=true`` shows PESEL and secrets too."""
    entries = call.world.journal.read(with_secrets=True)  # a copy: the worlds go on writing meanwhile
    return entries if call.queries.get("secrets") == "true" else await to_thread(redacted_entries, entries)


@api.endpoint("GET", "/worlds/{world}/open", Nothing, list[OpenThing])
async def open_things(call: Call, _body: Nothing) -> list[OpenThing]:
    """What somebody could still go on with (sessions, logins, codes …), and what is counted against somebody."""
    return call.world.open_things()
