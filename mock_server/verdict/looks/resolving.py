"""How a service asks for the answer behind an artifact, and what its consumer address says to whoever just comes by."""

from collections import Counter
from collections.abc import Sequence

from lxml import etree

from ..judging.decency import faults_of
from ..visitor.fetching import Fetcher
from ..visitor.trouble import Trouble
from .look import Look, Sign, look

_SAML = "{urn:oasis:names:tc:SAML:2.0:assertion}"
_PROTOCOL = "{urn:oasis:names:tc:SAML:2.0:protocol}"
_DS = "{http://www.w3.org/2000/09/xmldsig#}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)


def looks_of(messages: Sequence[str], issuer: str) -> list[Look]:
    """What is told of the ArtifactResolve messages that the hub got from a service."""
    own = [found for found in map(_resolve, messages) if found is not None and _issuer(found) == issuer]
    if not own:
        return [Look("resolve", Sign.UNSEEN, "the hub's journal holds no ArtifactResolve of this service")]
    unsigned = [one for one in own if one.find(f"{_DS}Signature") is None]
    ((often, times),) = Counter(one.get("ID") or "" for one in own).most_common(1)
    return [
        look(
            "resolve.signed",
            not unsigned,
            f"{len(own)} messages, {len(unsigned)} without a signature",
            "an unsigned one says nothing of who asks",
            "login.gov.pl profile",
        ),
        look(
            "resolve.id",
            times == 1,
            f"the ID {often[:40]} came {times} times" if times > 1 else f"{len(own)} messages, {len(own)} IDs",
            "an answer to one question can pass for the answer to another",
            "saml-core 1.3.4",
            else_=Sign.ADVICE,
        ),
    ]


def _resolve(message: str) -> etree._Element | None:
    try:
        root = etree.fromstring(message.encode(), _PARSER)
    except etree.XMLSyntaxError:
        return None
    return None if root is None else next(root.iter(f"{_PROTOCOL}ArtifactResolve"), None)


def _issuer(message: etree._Element) -> str:
    return (message.findtext(f"{_SAML}Issuer") or "").strip()


async def look_at_door(fetcher: Fetcher, acs: str) -> list[Look]:
    """What the consumer address answers to a GET and a HEAD of somebody who comes by."""
    return [await _knock(fetcher, acs, method) for method in ("GET", "HEAD")]


async def _knock(fetcher: Fetcher, acs: str, method: str) -> Look:
    try:
        faults = faults_of(await fetcher.fetch(method, acs, {}))
    except Trouble as trouble:
        faults = [str(trouble)]
    told = f"a {method} on the consumer address: {faults[0] if faults else 'a decent answer'}"
    return look(
        f"door.{method.lower()}", not faults, told, "robots and monitors come by each day", "", else_=Sign.ADVICE
    )
