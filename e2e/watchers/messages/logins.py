"""What a provider should be told of each login: as the story asked for it and walked it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import parse_qs

from lxml import etree

from e2e.watchers.messages import names, tables
from e2e.watchers.messages.assertion import Asked, Login
from e2e.watchers.messages.names import NAMESPACES
from e2e.watchers.messages.people import who_acted
from e2e.watchers.messages.providers import Provider, provider_of
from e2e.watchers.messages.responses import CANCELLED, LEVEL_TOO_LOW, PASSIVE_IMPOSSIBLE, SUCCESS
from e2e.watchers.messages.trail import Begun, Ended, issuer_of, logins_ended
from e2e.watchers.messages.wanted import Window
from fixtures.people import Person
from fixtures.watching.watcher import Watched


@dataclass(frozen=True)
class Outcome:
    """How a login ended, and what its provider should be told.

    Attributes:
        ended: with which artifact, in which browser.
        provider: who is told.
        asked: what it asked for.
        codes: the status.
        login: who was identified and how; None where nobody was.
    """

    ended: Ended
    provider: Provider
    asked: Asked
    codes: tuple[str, ...]
    login: Login | None = None


class Logins:
    """The logins of one world that ended with an artifact."""

    def __init__(self, watched: Watched) -> None:
        self._watched = watched
        self._used = 0
        self._by_browser: dict[str, Login] = {}

    def __iter__(self) -> Iterator[Outcome]:
        """Each with what should be told of it, in order."""
        for ended in logins_ended(self._watched.answers):
            provider = provider_of(ended.begun.request, self._watched, ended.begun.place)
            codes, login = self._ending(ended, provider)
            if login:
                self._by_browser[ended.browser] = login
            yield Outcome(ended, provider, _asked(ended.begun.request, provider), codes, login)

    def _ending(self, ended: Ended, provider: Provider) -> tuple[tuple[str, ...], Login | None]:
        if ended.how == "cancelled":
            return CANCELLED, None
        if ended.how == "known":
            known, forced = self._by_browser.get(ended.browser), ended.begun.request.get("ForceAuthn")
            return (SUCCESS, known) if known and forced not in {"true", "1"} else (PASSIVE_IMPOSSIBLE, None)
        if ended.how == "walked":
            return SUCCESS, self._walked(ended)
        login = self._silent(ended)
        wanted = tables.LEVELS.index(_level_wanted(ended.begun.request, provider))
        enough = login is not None and tables.LEVELS.index(login.level) >= wanted
        return (SUCCESS, login) if enough else (LEVEL_TOO_LOW, None)

    def _walked(self, ended: Ended) -> Login:
        reached, begun = tables.METHODS[ended.method or ""], ended.begun.place
        answers = self._watched.answers[begun : ended.place + 1]
        steering = [one for one in self._watched.steering if begun < one.after <= ended.place]
        authorities = (reached.authority, ended.bank) if ended.bank else (reached.authority,)
        return Login(who_acted(self._people, answers, steering), reached.level, authorities, _window(ended))

    def _silent(self, ended: Ended) -> Login | None:
        """The login that the story told the control API, or the address, to let through without pages."""
        wanted = self._wanted(ended.begun)
        if wanted is None:
            return None
        reached = tables.METHODS[wanted.get("method") or "mobywatel"]
        bank = wanted.get("bank")
        return Login(
            [person for person in self._people if person.pesel == wanted["pesel"]],
            (wanted.get("level") or reached.level).lower(),
            (reached.authority, bank) if bank else (reached.authority,),
            _window(ended),
        )

    def _wanted(self, begun: Begun) -> dict[str, Any] | None:
        by_address = {name: values[0] for name, values in parse_qs(begun.query).items()}
        if "login_as" in by_address:
            return by_address | {"pesel": by_address["login_as"]}
        told = [one.told for one in self._watched.steering if one.path == "next-login" and one.after <= begun.place]
        return told[-1] if told else None

    @cached_property
    def _people(self) -> list[Person]:
        return self._watched.world.people()


def _window(ended: Ended) -> Window:
    return Window(ended.answer.asked_at, ended.answer.at)


def _asked(request: etree._Element, provider: Provider) -> Asked:
    wanted = request.iterfind(".//eidas:RequestedAttribute", NAMESPACES)
    attributes = tuple((one.get("Name") or "").rpartition("/")[2] for one in wanted)
    none_named = request.find(".//eidas:RequestedAttributes", NAMESPACES) is None
    return Asked(
        request.get("ID", ""),
        issuer_of(request),
        provider.asked_at(request),
        tuple(tables.ATTRIBUTES) if none_named else attributes,
    )


def _level_wanted(request: etree._Element, provider: Provider) -> str:
    path = "saml2p:RequestedAuthnContext/saml2:AuthnContextClassRef"
    levels = [(one.text or "").strip().removeprefix(names.LEVEL) for one in request.iterfind(path, NAMESPACES)]
    return min(levels, key=tables.LEVELS.index, default=provider.level)
