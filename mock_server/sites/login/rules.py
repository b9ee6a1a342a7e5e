"""What the hub decides."""

from collections.abc import Collection
from urllib.parse import urlsplit

from ...kernel.rules import rule
from ...kernel.translation import Text
from ...saml.keys import Certificate
from ...saml.levels import Level
from ...saml.model import LogoutRequest
from ...web.delegation import Outcome

RELAY_STATE_LIMIT = 4096
"""Characters; real products put whole addresses into it, which the 80 bytes of the standard cannot hold."""
_NOTICES = {
    Outcome.CANCELLED: Text("Logowanie zostało przerwane. Wybierz sposób logowania."),
    Outcome.DECLINED: Text("Odmówiono udostępnienia danych. Wybierz sposób logowania."),
    Outcome.FAILED: Text("Nie udało się potwierdzić tożsamości. Wybierz sposób logowania."),
    Outcome.UNAVAILABLE: Text("Wybrany sposób logowania jest chwilowo niedostępny. Wybierz inny."),
}


@rule
def notice_of(outcome: Outcome) -> str:
    """What the page with the methods tells after one of them identified nobody."""
    return _NOTICES.get(outcome, _NOTICES[Outcome.FAILED])


@rule
def start_of_service(acs_url: str) -> str:
    """Who cannot go on is led to the service that asked: where it takes answers, at its root (our choice)."""
    parts = urlsplit(acs_url)
    return f"{parts.scheme}://{parts.netloc}/"


@rule
def relay_state_is_short_enough(length: int) -> bool:
    """The hub keeps a RelayState while a person logs in, so it has a limit (80 bytes in saml-bindings 3.4.3)."""
    return length <= RELAY_STATE_LIMIT


@rule
def method_reaches_level(reached: Level, wanted: Level) -> bool:
    """A method serves a request when it identifies at least as well as was asked."""
    return reached >= wanted


@rule
def session_may_answer(force_authn: bool, reached: Level, wanted: Level) -> bool:
    """The hub answers without asking the person only if the provider allows it and the level suffices."""
    return not force_authn and reached >= wanted


@rule
def logout_names(request: LogoutRequest, issuer: str, name_id: str, session_index: str) -> bool:
    """A logout names a login of its sender, by person and session; without a session index, all of that person."""
    of_sender = (issuer, name_id) == (request.issuer, request.name_id)
    return of_sender and request.session_index in {None, session_index}


@rule
def logout_is_by_who_asked(signing: Collection[Certificate], asking: Collection[Certificate]) -> bool:
    """Who ends a login signs as who asked for it: a lenient hub knows nobody by issuer alone."""
    return not set(signing).isdisjoint(asking)


@rule
def participant_is_told(issuer: str, asker: str) -> bool:
    """Every other provider of a session that ended is told to end its own (saml-profiles 4.4.3.3)."""
    return issuer != asker


@rule
def answer_is_from_chosen_method(chosen: str, answering: str) -> bool:
    """Only the method that the person chose may answer."""
    return chosen == answering
