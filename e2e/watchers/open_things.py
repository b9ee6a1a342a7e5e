"""Of a login that has ended, as the story's own acts tell, nothing stays open."""

from collections.abc import Iterable, Iterator

from fixtures.acts import Act
from fixtures.watching.answers import Answer
from fixtures.watching.watcher import Watched

_LOG_OUTS = frozenset({"choose_logout", "choose_logout_to_portal", "choose_resign"})
_ENDS = _LOG_OUTS | {"submit_to_account", "submit_to_home", "submit_acceptance"}
"""Acts of page objects after which a login is over: it has led into an account, or out again."""
_LEAVING = frozenset({"Rezygnuję z logowania", "Wyloguj się"})
_BUTTONS = _LEAVING | {"Akceptuję i przechodzę do konta", "Zapisz PIN"}
"""The same, as a browser without a screen presses them."""
_OF_A_LOGIN = frozenset({"login", "code", "question", "answer", "artifact", "push"})
_SESSIONS = frozenset({"session"})
_ON_THE_PHONE = frozenset({"edo-app", "mobywatel"})
"""Apps whose own screens stay open, whatever becomes of the login."""
_BEGIN = ("login", "/login/SingleSignOnService")
_OWN_BUSINESS = frozenset({("pz", "/ui/au/login"), ("pz", "/ui/au/register")})
"""Where somebody begins at pz.gov.pl what no other site asked for; the story itself tells what is open then."""


_LOOKING = ("expect_", "arrive")
"""How acts begin that change nothing."""


def complaints(watched: Watched) -> Iterable[str]:
    """What is open of the one login of a story, which has ended."""
    begun = [answer for answer in watched.answers if _is(answer, _BEGIN) and answer.method == "POST"]
    own = any((answer.site, answer.path) in _OWN_BUSINESS for answer in watched.answers)
    if len(begun) == 1 and any(map(_ends, watched.acts)) and not own:
        yield from _left_open(watched, _OF_A_LOGIN | _SESSIONS if _was_left(watched.acts) else _OF_A_LOGIN)


def _was_left(acts: Iterable[Act]) -> bool:
    """Whether the last thing that anybody did was to log out, or to resign."""
    done = [act for act in acts if not act.name.startswith(_LOOKING)]
    return _is_one_of(done[-1], _LOG_OUTS, _LEAVING)


def _left_open(watched: Watched, kinds: frozenset[str]) -> Iterator[str]:
    things = [thing for thing in watched.world.open_things() if thing.kind in kinds and thing.site not in _ON_THE_PHONE]
    if not things:
        return
    now = watched.world.now()
    for thing in things:
        if thing.until is None or thing.until > now:
            yield f"the login is over, and a {thing.kind} is open at {thing.site}"


def _ends(act: Act) -> bool:
    return _is_one_of(act, _ENDS, _BUTTONS) or (act.page, act.name) == ("MethodsPage", "choose_cancel")


def _is_one_of(act: Act, names: frozenset[str], buttons: frozenset[str]) -> bool:
    return act.name in names or (act.name == "press" and act.arguments[0] in buttons)


def _is(answer: Answer, place: tuple[str, str]) -> bool:
    return (answer.site, answer.path) == place
