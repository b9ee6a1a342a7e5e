"""One heading of the first level, with which the title begins; a word stands there in the stead of a person's name.

On a page that tells an error “Błąd:” comes first, in the page's language.
"""

import re
from collections.abc import Iterator

from e2e.watchers.pages import content_of, on_each_page, text_of
from fixtures.watching.answers import Answer
from pages.languages import POLISH
from pages.texts import words

_ERROR = "Błąd:"
_TOLD = "//*[@role='alert' or @aria-invalid='true']"
"""By what a page tells an error, be it of a field or of none; an answer that refuses is one anyway."""
_GREETING = {
    re.compile(r"ikp/konto"): "Konto",
    re.compile(r"mojeikp/konto"): "Konto",
    re.compile(r"(moje)?ikp/(dzieci|osoby)/[^/]+"): "Konto innej osoby",
}
"""The pages whose heading is a person's name, and the word that stands for it in the title, which others may see."""


def _complaints_of(answer: Answer) -> Iterator[str]:
    page = content_of(answer.text)
    headings, titles = ([text_of(one) for one in page.iter(tag)] for tag in ("h1", "title"))
    if len(headings) != 1 or len(titles) != 1:
        yield f"the page has {len(headings)} <h1> and {len(titles)} <title>"
        return
    heading, title = headings[0], titles[0]
    if not heading:
        yield "the <h1> is empty"
    name = _word_for_a_person(answer)
    word = None if name is None else words(page.get("lang", POLISH), name)
    if word is not None and heading in title:
        yield f"the title “{title}” tells whose page it is"
    error = f"{words(page.get('lang', POLISH), _ERROR)} "
    told, is_told = title.removeprefix(error), title.startswith(error)
    is_one = answer.status >= 400 or bool(page.xpath(_TOLD))
    if is_told != is_one:
        yield f"the page tells {'an' if is_one else 'no'} error, and its title is “{title}”"
    if not told.startswith(word or heading):
        yield f"the title “{title}” does not begin with “{word or heading}”"


def _word_for_a_person(answer: Answer) -> str | None:
    """What the title begins with where the heading is a person's name; None where it is none."""
    if answer.status != 200:
        return None
    place = f"{answer.site}{answer.path}"
    return next((word for pages, word in _GREETING.items() if pages.fullmatch(place)), None)


complaints = on_each_page(_complaints_of)
