"""Holes in what a provider does with browsers, sessions and the hub."""

from measure.holes.hole import hole

_POP = "self.pending.pop((browser, relay_state), None)"
_USED = (
    '        require(self.used.use(login.assertion_id, login.usable_until, now), "this assertion was used before")\n'
)
_LOGOUT = "received(message, hub, provider.logout_url, earliest=now - _LIFE, now=now)\n    if"
_NAMED = "session.login.name_id == name_id\n                and (not"
_WAITS = '"Nie zaczęto tego logowania w tej przeglądarce", pages.LOGIN'
_STATE = 'form.one("RelayState")'
_ARTIFACT = 'require(self.used.use(artifact, now + _LOGIN_LASTS, now), "this artifact was used before")'
_TOLD = "    if late.is_set()"
_FOLLOWS = """    if answer.status in {302, 307}:
        return urlopen(Request(answer.headers["Location"], soap), timeout=5).read()
    if late.is_set()"""
_LEAVES = """        self.sessions.end(session_id)
        request_id"""

HOLES = (
    hole("any browser may finish a login", "desk", _POP,
         "self.pending.pop(next((one_ for one_ in self.pending if one_[1] == relay_state), None), None)"),
    hole("a login may be finished again", "desk", _POP, "self.pending.get((browser, relay_state))"),
    hole("an artifact may come again", "desk", _POP, "self.pending.get((browser, relay_state))",
         "desk", _ARTIFACT, "pass", "desk", _USED, "", "desk",
         "answer = back_channel.post(self.hub.artifact_url, soap)",
         "answer = back_channel.post(self.hub.artifact_url, soap)\n        browser = token_urlsafe()"),
    hole("an assertion may come again", "desk", _USED, ""),
    hole("of two artifacts the first counts", "form", "if len(values) == 1", "if values"),
    hole("RelayState is a text of the page", "server", _WAITS, f'{_WAITS[:-11]}{_STATE} + pages.LOGIN'),
    hole("RelayState is a link of the page", "server", _WAITS,
         f"{_WAITS[:-11]}f'<a href=\"{{escape({_STATE})}}\">Dalej</a>'", "server",
         "from http import HTTPStatus\n", "from html import escape\nfrom http import HTTPStatus\n"),
    hole("the hub leads elsewhere", "back_channel", _TOLD, _FOLLOWS, "back_channel",
         "from urllib.parse import urlsplit\n",
         "from urllib.parse import urlsplit\nfrom urllib.request import Request, urlopen\n"),
    hole("the hub is never away", "server", "except (Refused, HubSilent) as", "except Refused as"),
    hole("a session keeps its id", "sessions", "        session_id = token_urlsafe()\n",
         "        session_id = kept or token_urlsafe()\n", "sessions",
         "        self._end_where(lambda session: session.browser == browser or not session.lives(now))\n",
         "        kept = next((key for key, one_ in self._by_id.items() if one_.browser == browser), None)\n"),
    hole("anybody may end sessions", "logout", _LOGOUT, "message\n    if"),
    hole("a logout may be over", "logout",
         '        require_not_over(request, "NotOnOrAfter", now)\n', "        pass\n"),
    hole("a logout may come again", "desk",
         '        require(self.used.use(asked.request_id, asked.usable_until, now), "this request was used before")\n',
         ""),
    hole("an index alone ends a session", "sessions", _NAMED, "(not"),
    hole("a person alone ends a session", "sessions",
         "                and (not session_indexes or session.login.session_index in session_indexes)\n", ""),
    hole("the hub ends nothing", "desk", "        self.sessions.end_named(asked.name_id, asked.session_indexes)\n", ""),
    hole("only the hub ends a session", "desk", _LEAVES, "        request_id", "desk",
         "        except (Refused, back_channel.HubSilent):\n            return False\n",
         "        except (Refused, back_channel.HubSilent):\n            return False\n"
         "        self.sessions.end(session_id)\n"),
    hole("one audience is enough and all", "assertion", "require(our_issuer in audiences,",
         "require([our_issuer] == audiences,"),
    hole("one confirmation is all there may be", "assertion",
         'subject.iterfind("saml2:SubjectConfirmation", NAMES)', '[one(subject, "saml2:SubjectConfirmation")]'),
    hole("a date has a zone", "times", '(Z|[+-]\\d\\d:\\d\\d)?", re.ASCII)\n\n\ndef instant',
         '(Z|[+-]\\d\\d:\\d\\d)", re.ASCII)\n\n\ndef instant'),
    hole("a level is the one asked for", "assertion", "LEVELS.index(level) >= LEVELS.index(asked)",
         "level == asked"),
)  # fmt: skip
