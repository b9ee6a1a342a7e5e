"""Every message out is what the story did: compared field by field with an oracle written from the profile alone."""

from collections.abc import Iterator

from lxml import etree

from e2e.watchers.messages import tables
from e2e.watchers.messages.back_channel import JournalFull, passed_in, wire_complaints
from e2e.watchers.messages.browser_side import asking_complaints, returning_complaints
from e2e.watchers.messages.endings import Endings
from e2e.watchers.messages.exchanges import Exchanges
from e2e.watchers.messages.fields import parsed
from e2e.watchers.messages.logins import Logins
from e2e.watchers.messages.metadata import Services, metadata_complaints
from e2e.watchers.messages.tables import Node
from e2e.watchers.messages.trail import HUB
from fixtures.watching.answers import Answer
from fixtures.watching.watcher import Watched


def complaints(watched: Watched) -> Iterator[str]:
    """What is wrong with the messages that a story caused."""
    node = _node_of(watched)
    outcomes = list(Logins(watched))
    yield from asking_complaints(watched)
    for outcome in outcomes:
        yield from returning_complaints(outcome, node.host)
    for answer in watched.answers:
        if (answer.site, answer.method, answer.path) == (HUB, "GET", tables.METADATA):
            yield from _metadata(watched, node, answer)
    if outcomes:
        yield from _back_channel(watched, Exchanges(watched, node, outcomes), node)


def _node_of(watched: Watched) -> Node:
    """Which real node the story lets the hub play."""
    told = [steered.told.get("node") for steered in watched.steering if steered.path == "hub"]
    return tables.NODES[next((name for name in reversed(told) if name), "symulator")]


def _back_channel(watched: Watched, exchanges: Exchanges, node: Node) -> Iterator[str]:
    try:
        passed = list(passed_in(watched))
    except JournalFull:
        yield "the journal is full, so that messages were lost"
        return
    endings = Endings(watched, node, exchanges.told)
    for one in passed:
        yield from exchanges.complaints(one)
        yield from endings.complaints(one)
    yield from wire_complaints(watched, passed)


def _metadata(watched: Watched, node: Node, answer: Answer) -> Iterator[str]:
    """The addresses in the hub's metadata suit who asks: a browser by names, a server by paths of the bare host."""
    if answer.status != 200:
        return
    host, world = answer.asked.get("host", ""), watched.world
    by_path = ".localhost" not in host
    bare = f"http://{host}/worlds/{world.name}/{HUB}" if by_path else world.url(HUB, "")
    services = Services(world.url(HUB, tables.SSO), f"{bare}{tables.ARTIFACT}", f"{bare}{tables.LOGOUT}")
    try:
        document = parsed(answer.body)
    except etree.XMLSyntaxError as error:
        yield f"metadata: {error}"
        return
    yield from metadata_complaints(document, node.host, watched.keys.certificate_of(node.host), services)
