"""What is broken, with which words the cause is then named, and whose fault it is."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

PRODUCT, ENVIRONMENT, TEST, STOPPED = "product fault", "environment fault", "test fault", "stopped"
_ONE_PATH, _FRONT_PAGE, _CTRL_C = 60.0, 120.0, 10.0
"""Seconds within which the cause should stand on the console."""
_PATHS = "e2e/login/test_paths.py"


@dataclass(frozen=True)
class Break:
    """One thing that is wrong.

    Attributes:
        title: what it is, in words.
        wanted: whose fault the report should call it.
        tests: what is run, as pytest is told it.
        named: the words that name the cause, on the console and on the front page.
        said: what the console says besides.
        plants: faults of the mock, by name or as JSON.
        machine: what ``measure.rehearse.plugin`` breaks.
        around: variables of the environment.
        stopped_at: on the console; then comes Ctrl+C, and the seconds are counted from there.
        limit: the seconds in which the cause should stand on the console.
    """

    name: str
    title: str
    wanted: str
    tests: tuple[str, ...]
    named: tuple[str, ...]
    said: tuple[str, ...] = ()
    plants: tuple[str, ...] = ()
    machine: str = ""
    around: Mapping[str, str] = field(default_factory=dict)
    stopped_at: str = ""
    limit: float = _ONE_PATH


def _path(part: str) -> tuple[str, ...]:
    return (_PATHS, "-k", part)


def _fault(**parts: object) -> tuple[str, ...]:
    return (json.dumps(parts),)


_SMS = _path("menu-trusted_profile-pz-sms-computer")
_RENAMED = "{% if bank.id == 'mbank' %}Wejdź{% else %}Zaloguj się{% endif %}"

BREAKS = (
    Break(
        "front-page",
        "The portal's front page is down, for every path that begins there",
        PRODUCT,
        _path("not mojeikp"),
        ("PortalPage",),
        said=("blocked by PortalPage",),
        plants=_fault(site="pacjent", status=503),
        limit=_FRONT_PAGE,
    ),
    Break(
        "button",
        "One bank's button has another name",
        PRODUCT,
        _path("menu-trusted_profile-mbank-bank-computer"),
        ("BankLoginPage", "Zaloguj się", "button “Wejdź”"),
        plants=_fault(
            template="banks/login.html",
            old='<button class="button">Zaloguj się</button>',
            new=f'<button class="button">{_RENAMED}</button>',
        ),
    ),
    Break(
        "name",
        "The account shows another name",
        PRODUCT,
        _SMS,
        ("Ewa Inna",),
        plants=_fault(rule="patient.name_as_told", how="always", value="Ewa Inna"),
    ),
    Break(
        "sms",
        "The SMS never comes to the phone: it is sent to another number",
        PRODUCT,
        _SMS,
        ("no SMS has come to this phone",),
        plants=("sms.wrong_number",),
    ),
    Break(
        "qr",
        "The QR code is not shown",
        PRODUCT,
        _path("menu-mobywatel-mobywatel-qr-computer"),
        ("CodePage", "expect qr only"),
        plants=_fault(template="login_mobywatel/code.html", old="{{ qr }}", new=""),
    ),
    Break(
        "slow",
        "login.gov.pl answers after 40 seconds",
        ENVIRONMENT,
        _SMS,
        ("The server does not answer",),
        machine="slow",
    ),
    Break(
        "hub-500",
        "login.gov.pl answers with 500",
        PRODUCT,
        _SMS,
        ("MethodsPage", "The server answers with 500"),
        plants=_fault(site="login", status=500),
    ),
    Break(
        "fixture",
        "A fixture of the suite raises an error",
        TEST,
        _SMS,
        ("TypeError", "'NoneType' object is not callable"),
        machine="fixture",
    ),
    Break(
        "worker",
        "A worker is killed in the middle of a test",
        ENVIRONMENT,
        (_PATHS, "-m", "smoke"),
        ("worker", "crashed"),
        machine="worker",
    ),
    Break(
        "ctrl-c",
        "Ctrl+C in the middle",
        STOPPED,
        (_PATHS,),
        ("stopped",),
        stopped_at=" passed ",
        limit=_CTRL_C,
    ),
    Break(
        "browser",
        "There is no browser",
        ENVIRONMENT,
        _SMS,
        ("No Chromium that works is here",),
        machine="browser",
    ),
)
