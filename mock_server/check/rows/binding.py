"""Answers to another login than the one that the browser began."""

from .. import musts
from .writing import Answer, BrowserLeg, Duty, Family, Layer, Need, Verdict

_binding = Family(
    "bind",
    Layer.RESPONSE,
    musts.REQUEST_ID,
    "Remember the ID of your AuthnRequest with the browser's session, and compare Response and assertion with it.",
)
_row = _binding.row
_T, _B = Layer.ASSERTION, Layer.BROWSER
_SPEAKS = "an answer to one login opens another"
_STATE = (
    "Bind the login to the browser by a cookie; take RelayState as a name you look up, never as an address or text."
)


def _relay(value: str) -> BrowserLeg:
    return BrowserLeg((("SAMLart", "{artifact}"), ("RelayState", value)))


ROWS: tuple[Answer, ...] = (
    _row("r_irt_missing", "The Response has no InResponseTo", "M h h", "P4.1.4.3 sp16 sp17 CVE-2026-53425",
         gain=_SPEAKS),
    _row("r_irt_unknown", "The Response's InResponseTo is nobody's request", "M h h", "P4.1.4.3 sp18 CVE-2026-53425",
         gain=_SPEAKS),
    _row("r_irt_other", "The Response's InResponseTo is this browser's earlier request", "M h h",
         "P4.1.4.3 sp18 CVE-2026-53425", gain=_SPEAKS, needs=(Need.EARLIER,)),
    _row("scd_irt_missing", "SubjectConfirmationData has no InResponseTo", "M h h", "P4.1.4.2 sp60 sp61", layer=_T,
         gain=_SPEAKS),
    _row("scd_irt_unknown", "InResponseTo of SubjectConfirmationData is nobody's request", "M h h", "P4.1.4.2 sp62",
         layer=_T, gain=_SPEAKS),
    _row("scd_irt_other", "InResponseTo of SubjectConfirmationData is this browser's earlier request", "M h h",
         "P4.1.4.2 sp62", layer=_T, gain=_SPEAKS, needs=(Need.EARLIER,)),
    _row("a_irt_missing", "The ArtifactResponse has no InResponseTo", "M m n", "C3.2.2", must=musts.ANSWERS_ITS_REQUEST,
         layer=Layer.ARTIFACT_RESPONSE, mend="Compare InResponseTo with the ID of your ArtifactResolve."),
    _row("a_irt_unknown", "The ArtifactResponse's InResponseTo is not the ArtifactResolve's ID", "M m n", "C3.2.2",
         must=musts.ANSWERS_ITS_REQUEST, layer=Layer.ARTIFACT_RESPONSE,
         mend="Compare InResponseTo with the ID of your ArtifactResolve."),
    _row("e_swap", "The encrypted assertion of Bob's login, at the same provider, in a Response that the hub signed",
         "M c h", "|login.gov.pl profile: nothing but the signature ties an assertion to its Response|", layer=_T,
         gain="Bob's account",
         mend="Compare InResponseTo inside the assertion too; nothing else tells it is another's."),
    _row("victim_artifact", "Bob's unused artifact is posted in Ann's browser, with her RelayState", "M c b",
         "P4.1.4.3",
         layer=_B, gain="Bob's account, for whoever sees his artifact",
         legs=(("", BrowserLeg((("SAMLart", "{other_artifact}"), ("RelayState", "{relay_state}")), other="bob")),)),
    _row("login_csrf", "Ann's artifact and RelayState are posted in Bob's browser", "M h b", "CVE-2026-86467", layer=_B,
         must=musts.THIS_BROWSER, mend=_STATE, gain="Bob works in Ann's account without knowing it",
         legs=(("", BrowserLeg(other="bob", browser="other")),)),
    _row("unsolicited", "A good artifact comes in a browser that began no login", "M h b", "profile CVE-2026-9098",
         layer=_B, must=musts.THIS_BROWSER, mend=_STATE, gain="somebody works in another's account without knowing it",
         legs=(("", BrowserLeg(browser="new")),)),
    _row("no_cookie", "All is right, but the browser brings no cookies", "M h b", "AV7.2", layer=_B,
         must=musts.THIS_BROWSER, mend=_STATE, gain="whoever gets at the form opens the account elsewhere",
         legs=(("", BrowserLeg(cookies=False)),)),
    _row("relay_missing", "RelayState is missing", "S m b", "Bi3.6", layer=_B, mend=_STATE,
         legs=(("", BrowserLeg((("SAMLart", "{artifact}"),))),)),
    _row("relay_altered", "RelayState is altered", "S m b", "Bi3.6", layer=_B, mend=_STATE,
         legs=(("", _relay("{relay_state}x")),)),
    _row("relay_other", "RelayState is that of another login that the same browser began", "S m b", "Bi3.6", layer=_B,
         mend=_STATE, legs=(("", BrowserLeg((("SAMLart", "{artifact}"), ("RelayState", "{other_relay_state}")),
                                            other="ann")),)),
    _row("relay_outside", "RelayState is an address outside", "M h b", "AV3.7.2 CVE-2026-11753 CVE-2026-22032",
         layer=_B,
         duty=Duty.EITHER, must="", verdict=Verdict.NOT_OUTSIDE, mend=_STATE, gain="people are led to another's page",
         variants="https scheme_less backslash script",
         legs=(("https", _relay("{evil}/")), ("scheme_less", _relay("//{evil_host}/")),
               ("backslash", _relay("/\\{evil_host}/")), ("script", _relay("javascript:alert(1)")))),
    _row("relay_markup", "RelayState holds markup", "M h b", "AV3.2.2", layer=_B, duty=Duty.EITHER, must="",
         verdict=Verdict.HARMLESS, mend=_STATE, gain="a script of the attacker's runs in the provider's page",
         variants="quote script line_end",
         legs=(("quote", _relay("\"'><i>x")), ("script", _relay("<script>alert(1)</script>")),
               ("line_end", _relay("x\r\nX-Added: 1")))),
    _row("relay_long", "RelayState has 100 kB", "S m b", "|saml-bindings 3.5.3: 80 bytes|", layer=_B,
         mend=_STATE, legs=(("", _relay("{100_kB}")),)),
)  # fmt: skip
