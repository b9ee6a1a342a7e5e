"""The HTML of every page is taken by a strict parser, its ids are unique, and what refers to an id finds it.

Whether it does depends on the page's skeleton alone: tags, names of attributes, ids and references. So each skeleton is
parsed once a session, however many pages share it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from html5lib import HTMLParser
from html5lib.constants import E

from e2e.watchers.pages import content_of, on_each_page
from fixtures.watching.answers import Answer

_TEXT = re.compile(r">[^<&>]*[^\s<&>][^<&>]*(?=[<&])")
_VALUE = re.compile(r'(\s(?!id=|for=|form=|list=|href="#|aria-|data-copy=)[\w:-]+=)"[^"<&]*"')
_REFERENCES = (
    "@for",
    "@form",
    "@list",
    "@aria-labelledby",
    "@aria-describedby",
    "@aria-controls",
    "@aria-owns",
    "@aria-details",
    "@aria-errormessage",
    "@data-copy",
)
_TARGETS = "//a/@href[starts-with(., '#')]"
_FOCUSED = "//*[@autofocus][not(ancestor-or-self::dialog)]"
"""A dialog has a focus of its own."""
_SKELETONS = 4096


def _complaints_of(answer: Answer) -> tuple[str, ...]:
    return complaints_about(skeleton_of(answer.text))


def skeleton_of(source: str) -> str:
    """A page without its words and without values that decide nothing; whatever is odd about it stays."""
    return _VALUE.sub(r'\1""', _TEXT.sub(">x", source))


@lru_cache(maxsize=_SKELETONS)
def complaints_about(skeleton: str) -> tuple[str, ...]:
    """What is wrong with the pages of this skeleton."""
    return (*_parse_errors(skeleton), *_wrong_ids(skeleton))


def _parse_errors(skeleton: str) -> Iterator[str]:
    parser = HTMLParser()
    parser.parse(skeleton)
    lines = skeleton.splitlines()
    for (line, _column), code, values in parser.errors:
        near = lines[line - 1].strip()[:80] if 0 < line <= len(lines) else ""
        yield f"{E[code] % values} Near “{near}”."


def _wrong_ids(skeleton: str) -> Iterator[str]:
    page = content_of(skeleton)
    ids = Counter(str(value) for value in page.xpath("//@id"))
    yield from (f"{count} elements have the id “{value}”" for value, count in ids.items() if count > 1)
    for attribute in _REFERENCES:
        for value in page.xpath(f"//*/{attribute}"):
            yield from (
                f"{attribute[1:]} refers to “{one}”, which is not there" for one in value.split() if not ids[one]
            )
    if len(page.xpath(_FOCUSED)) > 1:
        yield "several elements ask for the one focus (HTML, 6.6.7)"
    yield from (f"a link leads to “{one}”, which is not there" for one in page.xpath(_TARGETS) if not ids[one[1:]])


complaints = on_each_page(_complaints_of)
