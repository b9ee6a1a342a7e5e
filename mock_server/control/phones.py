"""A person's phone for those without a browser: it reads codes as text, consents, and answers pushes."""

from typing import Any

from ..web.back_channel import BackChannelFailed
from .api import Api, Call, Message
from .refusal import ControlRefused

api = Api()
_APP = "mobywatel"


class CodeText(Message):
    """What the camera would have read: the text in the QR code, which is also the one on the tile."""

    code: str


class Decision(Message):
    """Whether the person approves."""

    approve: bool


class CodeRead(Message):
    """What the app made of a code.

    ``result``: read, unreadable, foreign, unknown, expired, used, limited or unavailable; ``code`` and ``service``
    (who asks) are there when it was read, else ``message``, which the app would show.
    """

    result: str
    code: str | None = None
    service: str | None = None
    message: str | None = None


class Decided(Message):
    """What became of a decision.

    ``result``: approved or declined for a code, accepted for a push; else why it does not count, with the
    ``message`` that the app would show.
    """

    result: str
    message: str | None = None


@api.endpoint("POST", "/worlds/{world}/phones/{pesel}/codes", CodeText, CodeRead)
async def read_code(call: Call, body: CodeText) -> CodeRead:
    """Let the person's mObywatel read a code; reading alone logs nobody in."""
    return CodeRead(**await _ask(call, "/back/code", {"code": body.code}))


@api.endpoint("POST", "/worlds/{world}/phones/{pesel}/consents/{code}", Decision, Decided)
async def answer_consent(call: Call, body: Decision) -> Decided:
    """Approve or decline a code that was read; ``code`` is the one in the answer to the reading."""
    return Decided(**await _ask(call, "/back/consent", {"code": call.path("code"), "approve": body.approve}))


@api.endpoint("POST", "/worlds/{world}/phones/{pesel}/pushes/{push}", Decision, Decided)
async def answer_push(call: Call, body: Decision) -> Decided:
    """Approve or decline a push of the person's inbox, by its ``id``."""
    return Decided(**await _ask(call, "/back/push-answer", {"push": call.path("push"), "approve": body.approve}))


async def _ask(call: Call, path: str, message: dict[str, object]) -> dict[str, Any]:
    person = call.world.people.by_pesel(call.path("pesel"))
    if person is None:
        raise ControlRefused(404, "nobody in this world has that PESEL")
    if person.mobywatel is None:
        raise ControlRefused(409, "this person has no mObywatel: PUT …/people/{pesel}/credentials/mobywatel")
    try:
        return await call.server.services.back_channel.ask(
            call.world.name, _APP, path, {**message, "pesel": person.pesel}
        )
    except BackChannelFailed:
        return {"result": "unavailable", "message": "mObywatel does not answer in this world"}
