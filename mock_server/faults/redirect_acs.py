"""Faults of where the hub sends its answer."""

from dataclasses import replace
from urllib.parse import urlsplit

from ..kernel.rules import true
from ..saml import rules as saml
from ..saml.authn_request_check import acs_url_of_index
from ..saml.model import Provider
from .entry import Row, breaking
from .replacing import always, replaced

_STRANGER = "A login ends at an address of a stranger's choosing"
_LETTER_FOR_LETTER = "saml-profiles 4.1.4.1; OWASP ASVS 5.0, 10.4.1"


def _of_the_first_alone(index: str, provider: Provider) -> str:
    first = replace(provider, acs_urls=provider.acs_urls[:1], acs_indexes=provider.acs_indexes[:1])
    return true(acs_url_of_index)(index, first)


FAULTS = (
    *breaking(
        "redirect.acs",
        _LETTER_FOR_LETTER,
        Row(
            "redirect.any_acs",
            "The answer goes to whatever address a request names",
            _STRANGER,
            always(saml.acs_is_registered, True),
        ),
        Row(
            "redirect.acs_by_its_beginning",
            "Of the address only the registered beginning is compared",
            _STRANGER,
            replaced(saml.acs_is_registered, lambda acs_url, registered: acs_url.startswith(tuple(registered))),
        ),
        Row(
            "redirect.acs_by_its_host",
            "Of the address only the host is compared",
            "A login ends at another page of the service, which may leak it",
            replaced(
                saml.acs_is_registered,
                lambda acs_url, registered: urlsplit(acs_url).netloc in {urlsplit(one).netloc for one in registered},
            ),
        ),
    ),
    *breaking(
        "redirect.acs_index",
        "saml-core 3.4.1",
        Row(
            "redirect.any_acs_index",
            "An index that the service never registered leads to its first address",
            "A login ends at another page of the service than it asked for",
            replaced(
                acs_url_of_index, lambda index, provider: provider.acs_by_index.get(index) or provider.acs_urls[0]
            ),
        ),
        Row(
            "redirect.only_the_first_acs_index",
            "Only the first address can be named by its index",
            "Nobody can log in to the service's second page",
            replaced(acs_url_of_index, _of_the_first_alone),
            source="saml-core 3.4.1; saml-metadata 2.2.3",
        ),
    ),
)
