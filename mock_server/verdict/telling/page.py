"""The verdict on a page for people; nothing that a service sent can take effect there."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template

from ..judging.outcome import Ruling
from ..judging.verdict import Verdict
from ..looks.look import Sign
from .addresses import page_of
from .difference import LEGEND, lines_of
from .plain import plain

_OTHERS = (Ruling.ADVICE, Ruling.NOT_APPLICABLE, Ruling.NOT_JUDGED, Ruling.SKIPPED, Ruling.RIGHT)


@cache
def _template() -> Template:
    around = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    around.filters["plain"] = plain
    text = Path(__file__).with_name("page.html").read_text(encoding="utf-8")
    return around.from_string(text)


def as_page(verdict: Verdict, again: str) -> str:
    """The whole page.

    Args:
        verdict: to tell.
        again: the command that asks the service again.
    """
    others = {ruling: [one for one in verdict.records if one.ruling is ruling] for ruling in _OTHERS}
    page = _template().render(
        verdict=verdict,
        again=again,
        others=others,
        advice=[one for one in verdict.looks if one.sign is Sign.ADVICE],
        good=[one for one in verdict.looks if one.sign in {Sign.GOOD, Sign.TOLD}],
        unseen=[one for one in verdict.looks if one.sign is Sign.UNSEEN],
        page_of=page_of,
        lines_of=lines_of,
        legend=LEGEND,
    )
    return page.encode("utf-8", "replace").decode()
