"""The table of login paths: which exist, and the constraints between their parts.

Tests, the report's map of paths and the README's figures are all read from it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import cycle

from e2e.institutions import MOJEID_BANKS, TRUSTED_PROFILE_BANKS

COMPUTER, PHONES = "computer", ("pixel", "iphone")
DEVICES = (COMPUTER, *PHONES)
IKP, MOJEIKP = "ikp", "mojeikp"
LANGUAGES = ("pl", "en", "uk")


@dataclass(frozen=True)
class Way:
    """A method, who identifies the person, and how it is confirmed; on which devices it exists.

    Attributes:
        method: trusted_profile, mojeid, id_card or mobywatel.
        provider: the system where the person proves who they are.
        confirmation: what the last proof is.
        devices: where it can be walked.
    """

    method: str
    provider: str
    confirmation: str
    devices: tuple[str, ...] = DEVICES


WAYS: tuple[Way, ...] = (
    Way("trusted_profile", "pz", "sms"),
    Way("trusted_profile", "pz", "push"),
    *(Way("trusted_profile", bank, "bank") for bank in TRUSTED_PROFILE_BANKS),
    *(Way("mojeid", bank, "consent") for bank in MOJEID_BANKS),
    Way("id_card", "e-dowod", "reader", devices=(COMPUTER,)),
    Way("id_card", "e-dowod", "edo_app_qr", devices=(COMPUTER,)),
    Way("id_card", "e-dowod", "edo_app_number"),
    Way("mobywatel", "mobywatel", "qr", devices=(COMPUTER,)),
    Way("mobywatel", "mobywatel", "code", devices=PHONES),
)
"""A reader needs a computer; a QR needs a wide screen and a second device; the code is shown on narrow screens."""


@dataclass(frozen=True)
class Path:
    """One way from the outside into the account, and the language of whoever goes it."""

    entry: str
    method: str
    provider: str
    confirmation: str
    device: str
    destination: str
    language: str

    @property
    def id(self) -> str:
        """Its name in the report: all its parts, in order."""
        return "-".join(getattr(self, field.name) for field in fields(self))


def paths() -> Iterator[Path]:
    """Every path that exists; the languages take turns along the table."""
    languages = cycle(LANGUAGES)
    for entry, destination, devices in (("menu", IKP, DEVICES), ("banner", IKP, DEVICES), ("app", MOJEIKP, PHONES)):
        for way in WAYS:
            for device in way.devices:
                if device in devices:
                    parts = entry, way.method, way.provider, way.confirmation, device, destination
                    yield Path(*parts, next(languages))


PATHS: tuple[Path, ...] = tuple(paths())

SMOKE = frozenset(
    {
        "menu-mobywatel-mobywatel-qr-computer-ikp-uk",
        "banner-trusted_profile-pz-sms-computer-ikp-uk",
        "menu-mojeid-ing-consent-pixel-ikp-en",
        "banner-id_card-e-dowod-reader-computer-ikp-uk",
        "app-mobywatel-mobywatel-code-iphone-mojeikp-pl",
    }
)
"""The few paths that ``make test`` walks: each method, each device, both destinations, each language."""

EVERY_ENGINE = frozenset(
    {
        (path.method, path.confirmation, path.device): path.id for path in reversed(PATHS) if path.device != "pixel"
    }.values()
)
"""The paths that an engine walks of which few stories are asked: each confirmation, on a computer and on an iPhone."""

FILMED = {
    "menu-trusted_profile-pz-push-computer-ikp-pl": "trusted_profile",
    "menu-mojeid-pekao-consent-computer-ikp-pl": "mojeid",
    "banner-id_card-e-dowod-edo_app_qr-computer-ikp-pl": "id_card",
    "banner-mobywatel-mobywatel-qr-computer-ikp-en": "mobywatel",
}
"""The path of each method that ``make film`` shows, with the name of its film."""
