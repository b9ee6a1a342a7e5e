"""The browser's way back: artifacts that it alters, repeats or replaces."""

from .. import musts
from .writing import Answer, BrowserLeg, Duty, Family, Layer, Variant, Verdict

_browser = Family(
    "art",
    Layer.BROWSER,
    musts.ONLY_ARTIFACTS,
    "Take SAMLart alone, once, 44 bytes of type 0x0004 with the hub's source ID; read no other field but RelayState.",
)
_row = _browser.row
_STATE = ("RelayState", "{relay_state}")
_RESPONSE = "anybody's account, from any browser: what was out of reach on the back channel comes by the front door"


def _art(value: str) -> BrowserLeg:
    return BrowserLeg((("SAMLart", value), _STATE))


_FORMS = {
    "none": ("no SAMLart", BrowserLeg((_STATE,))),
    "empty": ("an empty one", _art("")),
    "no_base64": ("no base64", _art("%%%")),
    "shorter": ("43 bytes", _art("{artifact_43}")),
    "longer": ("45 bytes", _art("{artifact_45}")),
    "type": ("of type 0x0003", _art("{artifact_type_3}")),
    "handle": ("another handle", _art("{artifact_altered}")),
    "two": ("two of them", BrowserLeg((("SAMLart", "{artifact}"), ("SAMLart", "{artifact_altered}"), _STATE))),
    "megabyte": ("one of 1 MB", _art("{1_MB}")),
}
_INJECTED = {"markup": '"><x/>', "cdata": "]]>", "line_end": "{artifact}\r\nX-Added: 1"}

ROWS: tuple[Answer, ...] = (
    _row("form", "SAMLart is none", "M m b", "Bi3.6.4",
         variants=tuple(Variant(name, told) for name, (told, _) in _FORMS.items()),
         legs=tuple((name, leg) for name, (_, leg) in _FORMS.items())),
    _row("source", "The artifact has the source ID of another hub", "S m b", "Bi3.6.4",
         legs=(("", _art("{artifact_of_another_hub}")),)),
    _row("inject", "SAMLart holds XML or line ends", "M h b", "|class of CVE-2026-46490|", duty=Duty.EITHER, must="",
         verdict=Verdict.ONE_QUESTION, gain="an attacker writes what the provider says to the hub",
         mend="Check the artifact's form first, and escape it.", variants=" ".join(_INJECTED),
         legs=tuple((name, _art(value)) for name, value in _INJECTED.items())),
    _row("twice", "The same form is posted again", "M h b", "C3.5.3", duty=Duty.EITHER, must="",
         verdict=Verdict.ONE_SESSION, gain="whoever gets at the form gets a session of his own",
         mend="End the login that waits with its first answer.", legs=(("", BrowserLeg(times=2)),)),
    _row("parallel", "The same form is posted ten times at once", "M h b", "C3.5.3", duty=Duty.EITHER, must="",
         verdict=Verdict.ONE_SESSION, gain="whoever gets at the form gets a session of his own",
         mend="Take the login that waits away in one step.", legs=(("", BrowserLeg(times=10, at_once=True)),)),
    _row("other_provider", "The artifact was issued to another provider", "M m b", "Bi3.6.5.2",
         legs=(("", _art("{artifact_of_another_provider}")),)),
    _row("post_forged", "A SAMLResponse is posted: a forgery about Bob that nobody signed", "M c b", "profile Bi3.5",
         gain=_RESPONSE, legs=(("", BrowserLeg((("SAMLResponse", "{forged}"), _STATE))),)),
    _row("post_genuine", "A SAMLResponse is posted that the hub signed", "M c b", "profile Bi3.5", gain=_RESPONSE,
         variants=(Variant("other", "for another provider"),
                   Variant("own", "for this very login, which is a question")),
         legs=(("other", BrowserLeg((("SAMLResponse", "{genuine}"), _STATE))),
               ("own", BrowserLeg((("SAMLResponse", "{own}"), _STATE))))),
    _row("post_both", "A SAMLResponse that is a forgery about Bob is posted beside the artifact", "M c b",
         "profile Bi3.5", gain=_RESPONSE, duty=Duty.EITHER, must="",
         legs=(("", BrowserLeg((("SAMLResponse", "{forged}"), ("SAMLart", "{artifact}"), _STATE))),)),
    _row("post_bomb", "A SAMLResponse is posted that unpacks to 100 MB", "S m b", "CVE-2025-25293 CVE-2026-40988",
         gain="the provider stops working", may_block=True,
         legs=(("", BrowserLeg((("SAMLResponse", "{bomb}"), _STATE))),)),
)  # fmt: skip
