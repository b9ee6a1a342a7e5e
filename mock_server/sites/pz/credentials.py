"""Passwords at pz.gov.pl: an unknown user name is answered, counted and locked exactly like a known one."""

from collections.abc import Iterator

from ...kernel.open_things import OpenThing
from ...kernel.people import Attempts, Person, TrustedProfile
from ...kernel.rules import seam
from ...kernel.translation import Text
from ...web.lockout import Tries, is_locked, record, when_to_try_again
from ...web.visit import Visit
from . import rules
from .site import site


class Strangers(Tries):
    """Tries with user names that nobody has, by name."""

    def __init__(self) -> None:
        super().__init__("strangers at the trusted profile")

    def open_things(self) -> Iterator[OpenThing]:
        """What is counted on names that nobody has."""
        for _, attempts in self.counted():
            yield from attempts.open_things(site.name, "password")


class NotAdmitted(Exception):
    """The password is not right."""

    def __init__(self, message: str = "") -> None:
        self.message = message
        super().__init__(message)


class Locked(NotAdmitted):
    """No password is taken now."""

    def __init__(self, attempts: Attempts) -> None:
        until = attempts.locked_until
        super().__init__(
            Text(
                "Konto jest zablokowane na 10 minut, bo zbyt wiele razy podano nieprawidłowy login, hasło lub kod."
                " {advice}",
                advice=lambda: when_to_try_again(until),
            )
        )


@seam
def check_credentials(visit: Visit) -> Person:
    """Find the person whose user name and password were typed.

    Raises:
        NotAdmitted: nobody's, or no more now.
    """
    username = visit.field("username")
    person = visit.world.people.by_username(username)
    profile = person.trusted_profile if person else None
    _check(visit, profile, tries_with(visit, username, profile))
    assert person  # noqa: S101 - narrows the type: nobody's password never matches
    return person


@seam
def check_password_again(visit: Visit, profile: TrustedProfile) -> None:
    """Let somebody who is signed in already prove the password once more.

    Raises:
        NotAdmitted: it is wrong, or none is taken now.
    """
    _check(visit, profile, profile.attempts)


def _check(visit: Visit, profile: TrustedProfile | None, attempts: Attempts) -> None:
    """A right password clears no wrong tries: that does the confirmation that follows it."""
    if is_locked(attempts, visit.now):
        raise Locked(attempts)
    if rules.password_matches(profile.password if profile else None, visit.form.get("password", "")):
        return
    record(attempts, right=False, now=visit.now)
    if is_locked(attempts, visit.now):
        raise Locked(attempts)
    raise NotAdmitted(Text("Nieprawidłowy login lub hasło."))


@seam
def tries_with(visit: Visit, username: str, profile: TrustedProfile | None) -> Attempts:
    """The wrong tries with the user name that was typed, whether or not somebody has it."""
    return profile.attempts if profile else visit.world.state(Strangers).of(username)
