"""What a person calls the parts of a login path: banks by their Polish names, methods as the login page has them."""

from mock_server.kernel.institutions import institution

_NAMES = {
    "menu": "menu",
    "banner": "banner",
    "app": "app",
    "trusted_profile": "profil zaufany",
    "mojeid": "mojeID",
    "id_card": "e-dowód",
    "mobywatel": "mObywatel",
    "pz": "pz.gov.pl",
    "e-dowod": "e-dowód",
    "ikp": "IKP",
    "mojeikp": "mojeIKP",
    "sms": "SMS",
    "edo_app_qr": "eDO App, QR",
    "edo_app_number": "eDO App, number",
    "qr": "QR",
    "iphone": "iPhone",
    "pixel": "Pixel",
    "chromium": "Chromium",
    "firefox": "Firefox",
    "webkit": "WebKit",
}


def name_of(part: str) -> str:
    """The part's name; of what is not known here, its id in words."""
    return _NAMES.get(part, part.replace("_", " "))


def provider_name(method: str, provider: str) -> str:
    """A bank as its tile for the method calls it; another provider by its own name."""
    bank = institution(provider)
    if bank is None:
        return name_of(provider)
    return (bank.mojeid if method == "mojeid" else bank.trusted_profile) or bank.name
