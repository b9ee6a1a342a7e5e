"""Faults of what happens when something breaks."""

import traceback

from ..kernel.faults import ResponseChanged, RuleReplaced, TemplateFault
from ..kernel.rules import Replacement
from .entry import CataloguedFault
from .page import rewritten

_CLOSED = "ASVS 5.0, 16.5.3"
_SILENT = "ASVS 5.0, 16.5.1"
_LOG = "ASVS 5.0, 16.2.5"


def _pass(*sites: str) -> Replacement:
    """A check of these sites (of any, without names) that fails counts as passed."""

    def replacement(true: object) -> object:
        def answer(rule: str, failure: Exception) -> object:
            if not sites or rule.startswith(sites):
                return True
            raise failure

        return answer

    return replacement  # type: ignore[return-value]


def _opens(id: str, title: str, *sites: str) -> CataloguedFault:  # noqa: A002
    return CataloguedFault(
        f"errors.{id}",
        title,
        "Whoever manages to break a check is let through it",
        "errors.closed",
        _CLOSED,
        RuleReplaced("kernel.answer_of_failed", _pass(*sites)),
    )


FAULTS = (
    _opens("open", "A check that fails counts as passed"),
    _opens("open_in_saml", "A check of the SAML answer that fails counts as passed", "saml."),
    _opens("open_at_the_profile", "A check of the trusted profile that fails counts as passed", "trusted_profile."),
    _opens("open_between_sites", "A check of a login under way that fails counts as passed", "web.flow", "web.answer"),
    _opens("open_in_sessions", "A check of a session that fails counts as passed", "web.session"),
    _opens("open_in_the_account", "A check of a right that fails counts as passed", "patient."),
    _opens("open_tokens", "A form's token that cannot be checked counts as right", "web.token"),
    _opens("open_in_the_app", "A PIN that cannot be checked counts as right", "mojeikp."),
    CataloguedFault(
        "errors.trace_on_page",
        "The error page shows the stack trace",
        "An attacker reads how the site is built, and a bystander whose data broke it",
        "errors.silent",
        _SILENT,
        RuleReplaced("web.advice_of_failure", lambda _: lambda failure: "".join(traceback.format_exception(failure))),
    ),
    CataloguedFault(
        "errors.message_on_page",
        "The error page shows the error's own message",
        "An attacker reads which check broke",
        "errors.silent",
        _SILENT,
        RuleReplaced("web.advice_of_failure", lambda _: lambda failure: f"{type(failure).__name__}: {failure}"),
    ),
    CataloguedFault(
        "errors.address_on_page",
        "The error page repeats the address that was asked for",
        "A PESEL in a mistyped address stands on the screen and in screenshots",
        "errors.silent",
        _SILENT,
        TemplateFault("web/error.html", "{{ advice }}", "{{ advice }} {{ request.address }}"),
    ),
    CataloguedFault(
        "errors.form_on_page",
        "The error page repeats what was typed",
        "A password stands on the screen",
        "errors.silent",
        _SILENT,
        TemplateFault("web/error.html", "{{ advice }}", "{{ advice }} {{ request.form }}"),
    ),
    CataloguedFault(
        "errors.address_in_log",
        "The server's log holds the whole address of a failure",
        "Who reads logs reads PESELs",
        "errors.silent",
        _LOG,
        RuleReplaced("web.log_of_failure", lambda _: lambda site, path, failure: f"{site} failed on {path}: {failure}"),
    ),
    CataloguedFault(
        "errors.trace_in_log",
        "The server's log holds the stack trace of a failure",
        "Who reads logs reads the values that broke the site",
        "errors.silent",
        _LOG,
        RuleReplaced(
            "web.log_of_failure",
            lambda true: (
                lambda site, path, failure: true(site, path, failure) + "".join(traceback.format_exception(failure))
            ),
        ),
    ),
    CataloguedFault(
        "errors.script_fails",
        "A script of IKP calls what is not there",
        "Whatever the script would have done further down never happens, and nobody hears of it",
        "errors.script",
        "behaviour: Errors",
        ResponseChanged("ikp", ".*", rewritten("</body>", "<script>nobody.isHome()</script></body>")),
    ),
    CataloguedFault(
        "errors.promise_broken",
        "A page of login.gov.pl waits for what fails, and does not look whether that worked",
        "Nobody hears of what a person misses",
        "errors.script",
        "behaviour: Errors",
        ResponseChanged(
            "login", ".*", rewritten("</body>", "<script>Promise.reject(new Error('gone'))</script></body>")
        ),
    ),
)
