"""Faults of what happens when something breaks."""

import traceback
from collections.abc import Callable

from starlette.responses import Response

from ..kernel.faults import FailsOpen, ResponseChanged, TemplateFault
from ..kernel.rules import true
from ..web import rules as web
from ..web.error_page import page_of_failure, page_of_refusal
from ..web.refusal import Refused, failed
from ..web.visit import Visit
from .entry import Row, breaking
from .page import scripted
from .replacing import replaced

_CLOSED = "ASVS 5.0, 16.5.3"
_SILENT = "ASVS 5.0, 16.5.1"
_LOG = "ASVS 5.0, 16.2.5"


def _opens(id: str, title: str, *beginnings: str) -> Row:  # noqa: A002
    """A fault of every rule whose name begins so."""
    return Row(f"errors.{id}", title, "Whoever manages to break a check is let through it", FailsOpen(beginnings))


def _telling(words: Callable[[Exception], str]) -> Callable[[Visit, Exception], Response]:
    """Say on the page what broke."""

    def show(visit: Visit, failure: Exception) -> Response:
        true(page_of_failure)(visit, failure)  # for the log, which stays as it is
        return page_of_refusal(visit, Refused(500, failed().title, words(failure)))

    return show


FAULTS = (
    *breaking(
        "errors.kept",
        "WCAG 2.2, 3.3.7; users expect it",
        Row(
            "errors.user_name_lost",
            "The trusted profile's form comes back without the user name",
            "Who mistyped the password types the name anew each time, and cannot see whether that was wrong",
            TemplateFault("pz/password_form.html", 'value=username | default(""), ', ""),
        ),
        Row(
            "errors.child_lost",
            "The form that authorises somebody speaks of the patient's own data again after a mistake",
            "A parent opens their own data in place of the child's",
            TemplateFault(
                "patient/authorise.html", '" checked" if handle == whose', '" checked" if loop.first or not errors'
            ),
        ),
    ),
    *breaking(
        "errors.closed",
        _CLOSED,
        _opens("open", "A check that fails counts as passed", ""),
        _opens("open_in_saml", "A check of the SAML answer that fails counts as passed", "saml."),
        _opens("open_at_the_profile", "A check of the trusted profile that fails counts as passed", "pz."),
        _opens(
            "open_between_sites", "A check of a login under way that fails counts as passed", "web.flow", "web.answer"
        ),
        _opens("open_in_sessions", "A check of a session that fails counts as passed", "web.session"),
        _opens("open_in_the_account", "A check of a right that fails counts as passed", "patient."),
        _opens("open_tokens", "A form's token that cannot be checked counts as right", "web.token"),
        _opens("open_in_the_app", "A PIN that cannot be checked counts as right", "mojeikp."),
    ),
    *breaking(
        "errors.silent",
        _SILENT,
        Row(
            "errors.trace_on_page",
            "The error page shows the stack trace",
            "An attacker reads how the site is built, and a bystander whose data broke it",
            replaced(page_of_failure, _telling(lambda failure: "".join(traceback.format_exception(failure)))),
        ),
        Row(
            "errors.message_on_page",
            "The error page shows the error's own message",
            "An attacker reads which check broke",
            replaced(page_of_failure, _telling(lambda failure: f"{type(failure).__name__}: {failure}")),
        ),
        Row(
            "errors.address_on_page",
            "The error page repeats the address that was asked for",
            "A PESEL in a mistyped address stands on the screen and in screenshots",
            TemplateFault("web/error.html", "{{ advice }}", "{{ advice }} {{ request.address }}"),
        ),
        Row(
            "errors.form_on_page",
            "The error page repeats what was typed",
            "A password stands on the screen",
            TemplateFault("web/error.html", "{{ advice }}", "{{ advice }} {{ request.form }}"),
        ),
        Row(
            "errors.address_in_log",
            "The server's log holds the whole address of a failure",
            "Who reads logs reads PESELs",
            replaced(web.log_of_failure, lambda site, path, failure: f"{site} failed on {path}: {failure}"),
            source=_LOG,
        ),
        Row(
            "errors.trace_in_log",
            "The server's log holds the stack trace of a failure",
            "Who reads logs reads the values that broke the site",
            replaced(
                web.log_of_failure,
                lambda site, path, failure: (
                    web.log_of_failure.true(site, path, failure) + "".join(traceback.format_exception(failure))
                ),
            ),
            source=_LOG,
        ),
    ),
    *breaking(
        "errors.console",
        "behaviour: Errors",
        Row(
            "errors.script_is_missing",
            "Every page asks for a script that is not there",
            "Whatever the script would do does not happen",
            TemplateFault(
                "web/layout.html", "{% block scripts %}", '<script src="/static/house.js"></script>{% block scripts %}'
            ),
        ),
        Row(
            "errors.script_complains",
            "A script of a bank writes an error to the console and goes on",
            "What the script wanted does not happen, and nobody is told",
            ResponseChanged("mbank", ".*", scripted("console.error('no such field')")),
        ),
    ),
    *breaking(
        "errors.script",
        "behaviour: Errors",
        Row(
            "errors.script_fails",
            "A script of IKP calls what is not there",
            "Whatever the script would have done further down never happens, and nobody hears of it",
            ResponseChanged("ikp", ".*", scripted("nobody.isHome()")),
        ),
        Row(
            "errors.promise_broken",
            "A page of login.gov.pl waits for what fails, and does not look whether that worked",
            "Nobody hears of what a person misses",
            ResponseChanged("login", ".*", scripted("Promise.reject(new Error('gone'))")),
        ),
    ),
)
