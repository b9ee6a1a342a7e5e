"""What browsers carry: the AuthnRequest to the hub, and the artifact back to the provider."""

from base64 import b64decode
from collections.abc import Iterator
from hashlib import sha1

from lxml import etree

from e2e.watchers.messages import tables
from e2e.watchers.messages.fields import parsed
from e2e.watchers.messages.forms import SelfPosting, self_posting
from e2e.watchers.messages.logins import Outcome
from e2e.watchers.messages.requests import Sender, authn_request_complaints
from e2e.watchers.messages.wanted import Window
from fixtures.watching.answers import Answer
from fixtures.watching.watcher import Watched

_ARTIFACT_TYPE = b"\x00\x04\x00\x00"
_HANDLE = 20
_FIELDS = (["SAMLRequest", "RelayState"], ["SAMLRequest", "RelayState", "language"])
"""Of our own providers: what the profile asks for, and the language where somebody has chosen one."""
_NOT_FORCED = "faults/trouble.silent_return"
"""With this a story lets the service providers take whom the hub knows already."""


def asking_complaints(watched: Watched) -> Iterator[str]:
    """Where one of our own providers does not ask as the profile has it."""
    for place, answer in enumerate(watched.answers):
        if answer.site in tables.OWN_PROVIDERS and (form := self_posting(answer)) and form.path == tables.SSO:
            forced = all(one.path != _NOT_FORCED or one.after > place for one in watched.steering)
            yield from _form_to_hub(watched, answer, form, forced=forced)


def _form_to_hub(watched: Watched, answer: Answer, form: SelfPosting, *, forced: bool) -> Iterator[str]:
    party, world = tables.OWN_PROVIDERS[answer.site], watched.world
    destination = world.url("login", tables.SSO)
    if (form.method, form.address) != ("POST", destination):
        yield f"form to the hub: expected POST {destination}, got {form.method} {form.address}"
    names = [name for name, _ in form.fields]
    if names not in _FIELDS or not form.get("RelayState"):
        yield f"form to the hub: expected the fields {' or '.join(map(str, _FIELDS))}, got {names}"
    try:
        request = parsed(b64decode(form.get("SAMLRequest") or "", validate=True))
    except (ValueError, etree.XMLSyntaxError) as error:
        yield f"form to the hub: its SAMLRequest cannot be read: {error}"
        return
    certificate = watched.keys.certificate_of(party.issuer)
    sender = Sender(party.issuer, certificate, destination, Window(answer.asked_at, answer.at))
    acs = world.url(answer.site, tables.ACS)
    yield from authn_request_complaints(request, sender, name=party.name, acs=acs, force=forced)


def returning_complaints(outcome: Outcome, hub: str) -> Iterator[str]:
    """Where the form that takes an artifact to the provider is not what the provider asked for."""
    form, begun = outcome.ended.form, outcome.ended.begun
    if (form.method, form.address) != ("POST", outcome.asked.acs):
        yield f"form to the provider: expected POST {outcome.asked.acs}, got {form.method} {form.address}"
    expected = {"SAMLart"} if begun.relay_state is None else {"SAMLart", "RelayState"}
    if len(form.fields) != len(expected) or {name for name, _ in form.fields} != expected:
        yield f"form to the provider: expected the fields {sorted(expected)}, got {[name for name, _ in form.fields]}"
    if form.get("RelayState") != begun.relay_state:
        yield f"form to the provider: RelayState should be {begun.relay_state!r}, not {form.get('RelayState')!r}"
    if not _is_artifact_of(hub, outcome.ended.artifact):
        yield f"form to the provider: {outcome.ended.artifact!r} is no artifact of {hub}"


def _is_artifact_of(hub: str, artifact: str) -> bool:
    try:
        data = b64decode(artifact, validate=True)
    except ValueError:
        return False
    beginning = _ARTIFACT_TYPE + sha1(hub.encode(), usedforsecurity=False).digest()
    return data.startswith(beginning) and len(data) == len(beginning) + _HANDLE
