"""What the hub decides."""

from ..kernel.rules import rule
from ..saml.levels import Level


@rule
def method_reaches_level(reached: Level, wanted: Level) -> bool:
    """A method serves a request when it identifies at least as well as was asked."""
    return reached >= wanted


@rule
def session_may_answer(force_authn: bool, reached: Level, wanted: Level) -> bool:
    """The hub answers without asking the person only if the provider allows it and the level suffices."""
    return not force_authn and reached >= wanted


@rule
def answer_is_from_chosen_method(chosen: str | None, answering: str) -> bool:
    """Only the method that the person chose may answer."""
    return chosen == answering
