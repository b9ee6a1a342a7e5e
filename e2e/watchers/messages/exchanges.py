"""An artifact is resolved: the question, the answer around the assertion, and the assertion as it was really sent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from lxml import etree

from e2e.watchers.messages import tables
from e2e.watchers.messages.assertion import assertion_complaints
from e2e.watchers.messages.back_channel import Passed
from e2e.watchers.messages.encryption import Agreed, Unopened, opened, wrapping_complaints
from e2e.watchers.messages.fields import parsed
from e2e.watchers.messages.logins import Outcome
from e2e.watchers.messages.names import NAMESPACES
from e2e.watchers.messages.requests import Sender, artifact_resolve_complaints
from e2e.watchers.messages.responses import (
    Answering,
    empty_response_complaints,
    fault_complaints,
    response_complaints,
)
from e2e.watchers.messages.tables import Node
from e2e.watchers.messages.trail import HUB, issuer_of
from e2e.watchers.messages.wanted import Window
from fixtures.watching.watcher import Watched

_ENCRYPTED = ".//saml2:EncryptedAssertion/xenc:EncryptedData"
_ARTIFACT_LIFE = timedelta(minutes=5)
_CHECKS = "saml.artifact_"
"""How the names of the rules begin that a story may let fail, to see that nothing opens."""


@dataclass(frozen=True)
class ToldLogin:
    """A login that a provider was told of, and its two names for it.

    Attributes:
        outcome: the login.
        name_id: the provider's name of the person.
        session_index: the login's own.
    """

    outcome: Outcome
    name_id: str
    session_index: str


class Exchanges:
    """The artifacts of one world, as they are resolved.

    Attributes:
        told: of which logins providers were told so far.
    """

    def __init__(self, watched: Watched, node: Node, outcomes: Sequence[Outcome]) -> None:
        self.told: list[ToldLogin] = []
        self._watched, self._node = watched, node
        self._outcomes = {outcome.ended.artifact: outcome for outcome in outcomes}
        self._asked: Passed | None = None
        self._answered: set[str] = set()
        self._names: dict[tuple[str, str], str] = {}

    def complaints(self, passed: Passed) -> Iterator[str]:
        """What is wrong with one message."""
        match passed.name, passed.site, passed.sent:
            case "ArtifactResolve", site, True if site in tables.OWN_PROVIDERS:
                yield from self._question(passed)
            case "ArtifactResolve", _, False if passed.site == HUB:
                self._asked = passed
            case "ArtifactResponse", _, True if passed.site == HUB:
                yield from self._answer(passed)
            case "SOAP fault", _, True:
                yield from fault_complaints(passed.envelope)

    def _question(self, passed: Passed) -> Iterator[str]:
        artifact = passed.message.findtext("saml2p:Artifact", "", NAMESPACES)
        brought = [
            answer
            for answer in self._watched.answers
            if (answer.site, answer.path) == (passed.site, tables.ACS)
            and answer.form.get("SAMLart", "").strip() == artifact
            and answer.asked_at <= passed.at <= answer.at
        ]
        if not brought:
            yield f"ArtifactResolve: no browser brought the artifact {artifact!r} to {passed.site}"
            return
        issuer = tables.OWN_PROVIDERS[passed.site].issuer
        window = Window(brought[-1].asked_at, passed.at)
        destination = self._watched.world.url(HUB, tables.ARTIFACT)
        sender = Sender(issuer, self._watched.keys.certificate_of(issuer), destination, window)
        yield from artifact_resolve_complaints(passed.envelope, sender, artifact)

    def _answer(self, passed: Passed) -> Iterator[str]:
        if self._asked is None:
            yield "ArtifactResponse: nobody asked"
            return
        question, certificate = self._asked.message, self._watched.keys.certificate_of(self._node.host)
        window = Window(self._asked.at, passed.at)
        by = Answering(self._node.host, certificate, question.get("ID", ""), window)
        artifact = (question.findtext("saml2p:Artifact", "", NAMESPACES) or "").strip()
        outcome = self._outcomes.get(artifact)
        why_empty = self._why_empty(question, artifact, outcome, passed)
        if outcome is None or why_empty:
            if passed.message.find("saml2p:Response", NAMESPACES) is not None:
                yield f"ArtifactResponse: it should be empty: {why_empty}"
            yield from empty_response_complaints(passed.envelope, by)
            return
        self._answered.add(artifact)
        yield from response_complaints(passed.envelope, by, outcome.asked.request_id, outcome.codes)
        for encrypted in passed.envelope.iterfind(_ENCRYPTED, NAMESPACES):
            yield from self._assertion(passed, encrypted, outcome, window)

    def _why_empty(
        self, question: etree._Element, artifact: str, outcome: Outcome | None, passed: Passed
    ) -> str | None:
        """Why an artifact stands for nothing (any more), if so."""
        if outcome is None:
            return "no browser was given the artifact"
        if artifact in self._answered:
            return "the artifact was resolved before"
        asks_as = issuer_of(question), _signed_with(question)
        if asks_as[0] != outcome.asked.issuer or not _same(asks_as[1], _signed_with(outcome.ended.begun.request)):
            return "the artifact was given to another"
        if any(str(one.told.get("rule", "")).startswith(_CHECKS) for one in self._watched.steering):
            return "the story has broken the hub's check of artifacts"
        if passed.at >= outcome.ended.answer.asked_at + _ARTIFACT_LIFE:
            return "the artifact is dead"
        return None

    def _assertion(self, passed: Passed, encrypted: etree._Element, outcome: Outcome, window: Window) -> Iterator[str]:
        agreed = Agreed(self._node.host, outcome.asked.issuer, self._node.content_key)
        yield from wrapping_complaints("assertion", encrypted, agreed)
        key = self._watched.keys.private_key_to(outcome.provider.certificate)
        if key is None:
            yield f"assertion: nobody here has the key of {outcome.asked.issuer}, to which it is encrypted"
            return
        try:
            xml = opened(encrypted, key, agreed)
        except Unopened as error:
            yield f"assertion: {error}"
            return
        if passed.in_clear is None or passed.in_clear.encode() != xml:
            yield "assertion: the journal shows another than was sent"
        if outcome.login is None:
            yield "assertion: nobody was identified"
            return
        if not outcome.login.people:
            yield f"assertion: the story does not say who acted ({outcome.ended.how})"
        assertion = parsed(xml)
        yield from assertion_complaints("assertion", assertion, self._node.host, outcome.asked, outcome.login, window)
        yield from self._note(assertion, outcome)

    def _note(self, assertion: etree._Element, outcome: Outcome) -> Iterator[str]:
        """Remember a login under its two names; a provider knows a person by one name, and nobody else by it."""
        name_id = assertion.findtext(".//saml2:NameID", "", NAMESPACES)
        statement = assertion.find("saml2:AuthnStatement", NAMESPACES)
        session_index = "" if statement is None else statement.get("SessionIndex", "")
        pesel = assertion.findtext(".//saml2:Attribute[@FriendlyName='PersonIdentifier']/*", "", NAMESPACES)
        if session_index in {told.session_index for told in self.told}:
            yield f"assertion: the session index {session_index!r} is another login's too"
        before = self._names.setdefault((outcome.asked.issuer, pesel), name_id)
        if before != name_id:
            yield f"assertion: {outcome.asked.issuer} knew the person as {before!r}, not as {name_id!r}"
        if list(self._names.values()).count(name_id) > 1:
            yield f"assertion: {name_id!r} is the name of another person, or of this one at another provider"
        self.told.append(ToldLogin(outcome, name_id, session_index))


def _signed_with(message: etree._Element) -> str:
    return "".join(message.findtext("ds:Signature//ds:X509Certificate", "", NAMESPACES).split())


def _same(one: str, other: str) -> bool:
    """Whether two messages carry the same certificate; one that carries none was signed with the registered one."""
    return not one or not other or one == other
