"""A person's phone for those without a browser: it reads codes as text, consents, and answers pushes."""

from ..shared.mobywatel_messages import (
    DECIDE_CODE_IN_APP,
    DECIDE_PUSH_IN_APP,
    SHOW_TEXT_TO_APP,
    AppCodeReply,
    AppPushReply,
    CodeDecision,
    CodeResult,
    PushDecision,
    PushResult,
    TextSeen,
)
from ..web.back_channel import BackChannelFailed
from ..web.exchange import Exchange, Question, Reply
from .api import Api, Call, Message
from .people import person_of
from .refusal import ControlRefused

api = Api()
_APP = "mobywatel"
_OUT = "mObywatel does not answer in this world"


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
    seen = TextSeen(body.code, _owner(call))
    reply = await _ask(call, SHOW_TEXT_TO_APP, seen) or AppCodeReply(CodeResult.UNAVAILABLE, message=_OUT)
    return CodeRead(result=reply.result.value, code=reply.code, service=reply.service, message=reply.message)


@api.endpoint("POST", "/worlds/{world}/phones/{pesel}/consents/{code}", Decision, Decided)
async def answer_consent(call: Call, body: Decision) -> Decided:
    """Approve or decline a code that was read; ``code`` is the one in the answer to the reading."""
    decision = CodeDecision(call.path("code"), _owner(call), body.approve)
    reply = await _ask(call, DECIDE_CODE_IN_APP, decision) or AppCodeReply(CodeResult.UNAVAILABLE, message=_OUT)
    return Decided(result=reply.result.value, message=reply.message)


@api.endpoint("POST", "/worlds/{world}/phones/{pesel}/pushes/{push}", Decision, Decided)
async def answer_push(call: Call, body: Decision) -> Decided:
    """Approve or decline a push of the person's inbox, by its ``id``."""
    decision = PushDecision(call.path("push"), _owner(call), body.approve)
    reply = await _ask(call, DECIDE_PUSH_IN_APP, decision) or AppPushReply(PushResult.UNAVAILABLE, message=_OUT)
    return Decided(result=reply.result.value, message=reply.message)


def _owner(call: Call) -> str:
    """The PESEL that the path names.

    Raises:
        ControlRefused: 404, nobody has it; 409, that person has no mObywatel.
    """
    person = person_of(call)
    if person.mobywatel is None:
        raise ControlRefused(409, "this person has no mObywatel: PUT …/people/{pesel}/credentials/mobywatel")
    return person.pesel


async def _ask(call: Call, exchange: Exchange[Question, Reply], question: Question) -> Reply | None:
    """What the app replies, if it does."""
    try:
        return await call.server.services.back_channel.ask(call.world.name, _APP, exchange, question)
    except BackChannelFailed:
        return None
