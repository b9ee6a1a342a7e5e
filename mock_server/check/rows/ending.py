"""Logout: what the hub asks a provider, and what it answers."""

from .. import musts
from .writing import Answer, Duty, Family, Layer, Need, Variant, Verdict

_logout = Family(
    "out",
    Layer.LOGOUT,
    musts.LOGOUT,
    "Check a LogoutRequest as you check an answer: signature, Issuer, Destination, time, ID; end what it names alone.",
)
_NEEDS = (Need.LOGOUT,)


def _row(*told: str, **more: object) -> Answer:
    return _logout.row(*told, **({"verdict": Verdict.STAYS, "needs": _NEEDS} | more))  # type: ignore[arg-type]


_THROWN = "anybody can throw people out"

ROWS: tuple[Answer, ...] = (
    _row("unsigned", "A LogoutRequest without a signature", "M m b", "CVE-2026-82465", gain=_THROWN),
    _row("foreign", "A LogoutRequest that a stranger signed", "M m b", "CVE-2026-82465", gain=_THROWN),
    _row("wrapped", "An unsigned LogoutRequest with something in Extensions that the hub signed", "M m b",
         "CVE-2026-133430 |samlify #634|", gain=_THROWN,
         variants=(Variant("metadata", "its metadata"), Variant("assertion", "the Response of this login"))),
    _row("party", "A LogoutRequest of, or to, another", "M m h", "P4.4.4.1",
         variants=(Variant("issuer", "of another hub"), Variant("destination", "to another provider"))),
    _row("expired", "A LogoutRequest that is over", "M m h", "C3.7.1"),
    _row("replayed", "The same LogoutRequest a second time, after a new login", "M m h", "C3.7.1"),
    _row("not_theirs", "A LogoutRequest of a session that is not this person's", "M m h", "C3.7.3", duty=Duty.EITHER,
         must="", gain="people fall out of sessions that are not meant",
         variants=(Variant("unknown", "a session index that nobody has"),
                   Variant("other", "Ann's NameID with Bob's session index"))),
    _row("xml", "A LogoutRequest with a document type", "M h b", "|SOAP 1.1, 3|", must=musts.NO_DTD,
         gain="the provider fetches what an attacker names, or stops working", may_block=True,
         needs=(*_NEEDS, Need.LISTENER),
         variants=(Variant("dtd", "and nothing else"), Variant("entity", "an entity that is to be fetched"),
                   Variant("bomb", "an entity of a billion letters"))),
    _row("answer_bad", "What the hub answers to the provider's own LogoutRequest", "M h n", "AV7.4.1",
         duty=Duty.EITHER, must="", verdict=Verdict.ENDS, gain="who logs out stays in", mend="End the local session "
         "first; what the hub answers changes nothing about it.",
         variants=(Variant("unsigned", "is not signed"), Variant("other", "is to another request"),
                   Variant("failure", "is a failure"), Variant("nothing", "is nothing"))),
)  # fmt: skip
