"""For whom and from whom an answer is."""

from .. import musts
from .writing import Answer, Family, Layer, Variant

_addresses = Family(
    "addr",
    Layer.ASSERTION,
    musts.VALID_OTHERWISE,
    "Compare it letter for letter with the one value that your own configuration holds.",
)
_row = _addresses.row
_ELSEWHERE = "what the hub said to another service counts here"
_R, _A = Layer.RESPONSE, Layer.ARTIFACT_RESPONSE
_AUD = {"gain": _ELSEWHERE, "must": musts.CONDITIONS,
        "mend": "Require an AudienceRestriction, each of which names your issuer."}  # fmt: skip
_RECIPIENT = {"gain": _ELSEWHERE, "must": musts.RECIPIENT}
_DESTINATION = {"gain": _ELSEWHERE, "must": musts.DESTINATION}
_FROM = {"gain": "another hub speaks for this one", "must": musts.FROM_THE_HUB,
         "mend": "Compare the Issuer of each layer with the hub's, letter for letter."}  # fmt: skip
_BEARER = {"must": musts.BEARER, "mend": "Require one SubjectConfirmation of the method bearer that fits."}

ROWS: tuple[Answer, ...] = (
    _row("aud_missing", "There is no AudienceRestriction", "M h h", "P4.1.4.2 sp83 sp84 CVE-2026-41577", **_AUD),
    _row("aud_empty", "Audience is empty", "M h h", "P4.1.4.2 sp85 sp86 CVE-2026-41577", **_AUD),
    _row("aud_other", "Audience is another provider", "M h h", "P4.1.4.2 sp87 CVE-2026-41577", **_AUD),
    _row("aud_near", "Audience is nearly ours", "M h h", "C2.5.1.4", **_AUD,
         variants=(Variant("prefix", "a letter less"), Variant("suffix", "goes on"), Variant("case", "upper case"),
                   Variant("slash", "a slash at the end"))),
    _row("aud_and", "A second AudienceRestriction names another provider", "M h h", "C2.5.1.4", gain=_ELSEWHERE,
         must=musts.AND_OF_AUDIENCES, mend="Require that every AudienceRestriction names you."),
    _row("recipient_missing", "There is no Recipient", "M h h", "P4.1.4.3 sp57", **_RECIPIENT),
    _row("recipient_other", "Recipient is another provider's address", "M h h", "P4.1.4.3 sp58 sp59", **_RECIPIENT),
    _row("recipient_near", "Recipient is nearly ours", "M h h", "P4.1.4.3 sp59", **_RECIPIENT,
         variants=(Variant("scheme", "http for https, or the other way"), Variant("query", "with a query"),
                   Variant("prefix", "a letter less"))),
    _row("dest_r", "The Response's Destination is another's", "M m h", "C3.2.2 sp21", layer=_R, **_DESTINATION),
    _row("dest_a", "The ArtifactResponse's Destination is another's", "M m h", "C3.2.2 sp21", layer=_A, **_DESTINATION),
    _row("issuer_a", "The ArtifactResponse's Issuer is another", "M h h", "P4.1.4.2 sp29", layer=_A, **_FROM),
    _row("issuer_r", "The Response's Issuer is another", "M h h", "P4.1.4.2 sp29", layer=_R, **_FROM),
    _row("issuer_t", "The assertion's Issuer is another", "M h h", "P4.1.4.2 sp69", **_FROM),
    _row("issuer_near", "The assertion's Issuer is nearly the hub's", "M h h", "P4.1.4.2 sp69", **_FROM,
         variants=(Variant("suffix", "goes on"), Variant("prefix", "has a letter before it"))),
    _row("issuer_none", "The assertion's Issuer is not there once", "M m h", "C2.3.3 sp68", **_FROM,
         variants=(Variant("none", "not at all"), Variant("two", "twice"))),
    _row("confirm_none", "There is no SubjectConfirmation", "M h h", "P4.1.4.2 sp52 CVE-2026-92855", **_BEARER),
    _row("confirm_method", "The only SubjectConfirmation is not of a bearer", "M h h", "P4.1.4.2 sp55 CVE-2026-92855",
         **_BEARER, variants="sender_vouches holder_of_key"),
    _row("condition_unknown", "Conditions hold one that nobody knows", "M m h", "C2.5.1.1", must=musts.CONDITIONS,
         gain="a limit that the hub set does not count", mend="Refuse an assertion with a condition you do not know."),
    _row("version", "Version is 1.1", "M m h", "C4.1.2 sp10 sp35", must=musts.VERSION, mend="Require Version 2.0.",
         variants="response assertion"),
    _row("id_missing", "There is no ID", "M m h", "C1.3.4 sp9 sp34", must=musts.SIGNED_TWICE,
         mend="Require an ID: without it nothing can be referred to, or seen again.",
         variants=(Variant("response", "of the Response, which cannot be signed then"), Variant("assertion"))),
    _row("wrong_message", "The ArtifactResponse holds a LogoutResponse", "M m h", "C3.5.2", layer=_A,
         must=musts.VALID_OTHERWISE, mend="Require a Response by its full name."),
)  # fmt: skip
