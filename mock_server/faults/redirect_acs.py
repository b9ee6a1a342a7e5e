"""Faults of where the hub sends its answer."""

from urllib.parse import urlsplit

from ..kernel.faults import RuleFault, RuleReplaced
from .entry import CataloguedFault

_STRANGER = "A login ends at an address of a stranger's choosing"
_LETTER_FOR_LETTER = "saml-profiles 4.1.4.1; OWASP ASVS 5.0, 10.4.1"

FAULTS = (
    CataloguedFault(
        "redirect.any_acs",
        "The answer goes to whatever address a request names",
        _STRANGER,
        "redirect.acs",
        _LETTER_FOR_LETTER,
        RuleFault("saml.acs_is_registered", "always", value=True),
    ),
    CataloguedFault(
        "redirect.acs_by_its_beginning",
        "Of the address only the registered beginning is compared",
        _STRANGER,
        "redirect.acs",
        _LETTER_FOR_LETTER,
        RuleReplaced("saml.acs_is_registered", lambda _: lambda acs, registered: acs.startswith(tuple(registered))),
    ),
    CataloguedFault(
        "redirect.acs_by_its_host",
        "Of the address only the host is compared",
        "A login ends at another page of the service, which may leak it",
        "redirect.acs",
        _LETTER_FOR_LETTER,
        RuleReplaced(
            "saml.acs_is_registered",
            lambda _: lambda acs, registered: urlsplit(acs).netloc in {urlsplit(one).netloc for one in registered},
        ),
    ),
    CataloguedFault(
        "redirect.any_acs_index",
        "An index that the service never registered leads to its first address",
        "A login ends at another page of the service than it asked for",
        "redirect.acs_index",
        "saml-core 3.4.1",
        RuleFault("saml.acs_index_is_registered", "always", value=True),
    ),
    CataloguedFault(
        "redirect.only_the_first_acs_index",
        "Only the first address can be named by its index",
        "Nobody can log in to the service's second page",
        "redirect.acs_index",
        "saml-core 3.4.1; saml-metadata 2.2.3",
        RuleReplaced(
            "saml.acs_index_is_registered", lambda _: lambda index, registered: index == next(iter(registered), None)
        ),
    ),
)
