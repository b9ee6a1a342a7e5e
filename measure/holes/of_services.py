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
    hole("any browser may finish a login", "desk", "        asked, now = self.pending.pop(",
         "        browser = next((key[0] for key in self.pending if key[1] == relay_state), browser)\n"
         "        asked, now = self.pending.pop("),
    hole("a login may be finished again", "desk", _POP, "self.pending.get((browser, relay_state))"),
    hole("whatever comes may come again", "desk", _POP, "self.pending.get((browser, relay_state))",
         "desk", _ARTIFACT, "pass", "desk", _USED, "", "desk",
         "answer = back_channel.post(self.hub.artifact_url, soap)",
         "answer = back_channel.post(self.hub.artifact_url, soap)\n        browser = token_urlsafe()"),
    hole("an assertion may come again", "desk", _USED, ""),
    hole("of two artifacts the first counts", "form", "if len(values) == 1", "if values"),
    hole("RelayState is a text of the page", "server", _WAITS, f'{_WAITS[:-11]}{_STATE} + pages.LOGIN'),
    hole("the hub leads elsewhere", "back_channel", _TOLD, _FOLLOWS, "back_channel",
         "from urllib.parse import urlsplit\n",
         "from urllib.parse import urlsplit\nfrom urllib.request import Request, urlopen\n"),
    hole("the hub is never away", "server", "except (Refused, HubSilent) as", "except Refused as"),
    hole("anybody may end sessions", "logout", _LOGOUT, "message\n    if"),
    hole("a logout may come again", "desk",
         '        require(self.used.use(asked.request_id, asked.usable_until, now), "this request was used before")\n',
         ""),
    hole("an index alone ends a session", "sessions", _NAMED,
         "(session.login.name_id == name_id or session_indexes)\n                and (not"),
    hole("the hub ends nothing", "desk", "        self.sessions.end_named(asked.name_id, asked.session_indexes)\n", ""),
    hole("only the hub ends a session", "desk", _LEAVES, "        request_id", "desk",
         "        except (Refused, back_channel.HubSilent):\n            return False\n",
         "        except (Refused, back_channel.HubSilent):\n            return False\n"
         "        self.sessions.end(session_id)\n"),
    hole("one audience is enough and all", "assertion", "require(our_issuer in audiences,",
         "require([our_issuer] == audiences,"),
    hole("one confirmation is all there may be", "assertion",
         'subject.iterfind("saml2:SubjectConfirmation", NAMES)', '[one(subject, "saml2:SubjectConfirmation")]'),
    hole("a level is the one asked for", "assertion", "LEVELS.index(level) >= LEVELS.index(asked)",
         "level == asked"),
)  # fmt: skip
