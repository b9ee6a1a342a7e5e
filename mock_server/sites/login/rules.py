"""What the hub decides."""

from collections.abc import Collection

from ...kernel.rules import rule
from ...saml.keys import Certificate
from ...saml.levels import Level
from ...web.delegation import Outcome

RELAY_STATE_LIMIT = 4096
"""Characters; real products put whole addresses into it, which the 80 bytes of the standard cannot hold."""
_NOTICES = {
    Outcome.CANCELLED: "Logowanie zostało przerwane. Wybierz sposób logowania.",
    Outcome.DECLINED: "Odmówiono udostępnienia danych. Wybierz sposób logowania.",
    Outcome.FAILED: "Nie udało się potwierdzić tożsamości. Wybierz sposób logowania.",
    Outcome.UNAVAILABLE: "Wybrany sposób logowania jest chwilowo niedostępny. Wybierz inny.",
}


@rule
def notice_of(outcome: Outcome) -> str | None:
    """What the page with the methods tells after one of them identified nobody."""
    return _NOTICES.get(outcome, _NOTICES[Outcome.FAILED])


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
def logout_ends(owner: str, pesel: str, *, same_login: bool) -> bool:
    """A logout ends the login that it names: nobody else's, and not the same person's in another browser."""
    return owner == pesel and same_login


@rule
def logout_is_by_who_asked(signing: Collection[Certificate], asking: Collection[Certificate]) -> bool:
    """Who ends a login signs as who asked for it: a lenient hub knows nobody by issuer alone."""
    return not set(signing).isdisjoint(asking)


@rule
def participant_is_told(issuer: str, asker: str) -> bool:
    """Every other provider of a session that ended is told to end its own (saml-profiles 4.4.3.3)."""
    return issuer != asker


@rule
def answer_is_from_chosen_method(chosen: str | None, answering: str) -> bool:
    """Only the method that the person chose may answer."""
    return chosen == answering
