"""What the hub says of how it went."""

from .. import musts
from .writing import Answer, Duty, Family, Layer, Variant, Verdict

_statuses = Family(
    "status",
    Layer.RESPONSE,
    musts.SUCCESS,
    "Require Success, letter for letter, on ArtifactResponse and Response, before you look for an assertion.",
)
_row = _statuses.row
_CODES = tuple(Variant(name) for name in ("AuthnFailed", "RequestDenied", "UnknownPrincipal", "NoAuthnContext",
                                          "Responder"))  # fmt: skip
_SPID = "C3.2.2.2 sp104 sp105 sp106 sp107 sp108 sp111"

ROWS: tuple[Answer, ...] = (
    _row("fail_a", "The ArtifactResponse says that nobody logged in; there is no assertion", "M m h", _SPID,
         layer=Layer.ARTIFACT_RESPONSE, variants=_CODES),
    _row("fail_r", "The Response says that nobody logged in; there is no assertion", "M m h", _SPID, variants=_CODES),
    _row("fail_both", "Both say that nobody logged in; there is no assertion", "M m h", _SPID, layer=Layer.BOTH,
         variants=_CODES),
    _row("fail_with_e", "A failure, with a good assertion all the same", "M c h", "C3.2.2.2", layer=Layer.BOTH,
         gain="an account that the hub refused to open",
         variants=(Variant("a", "on the ArtifactResponse"), Variant("r", "on the Response"), Variant("both",
         "on both"))),
    _row("odd", "The Response's status is odd, with a good assertion", "M m h", "sp22 sp23 sp24 sp25 sp26",
         variants=(Variant("unknown", "a code that nobody knows"), Variant("case", "success in lower case"),
                   Variant("blank", "success and a blank"), Variant("two", "success and a failure side by side"),
                   Variant("missing", "none at all"), Variant("empty", "an empty code"))),
    _row("nested", "Success over AuthnFailed, with a good assertion", "Q m h", "C3.2.2.2"),
    _row("markup", "A failure whose message is a script: it must be shown harmlessly, if at all", "M h h", "AV3.2.2",
         layer=Layer.BOTH, duty=Duty.EITHER, must="", verdict=Verdict.HARMLESS,
         gain="a script runs in the provider's page", mend="Escape StatusMessage, or do not show it."),
    _row("empty", "A success without a Response", "M m h", "C3.5.3", layer=Layer.ARTIFACT_RESPONSE,
         must=musts.SIGNED_TWICE, mend="Require a Response."),
)  # fmt: skip
