"""Forms that send themselves: how a browser carries a message from one site to another."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import html

from fixtures.watching.answers import Answer

_MARK = b'id="auto-post"'


@dataclass(frozen=True)
class SelfPosting:
    """A form that sends itself.

    Attributes:
        method: in capitals.
        address: where it goes.
        fields: names and values, in order.
    """

    method: str
    address: str
    fields: tuple[tuple[str, str], ...]

    @property
    def site(self) -> str:
        """The site it goes to, if it is one of the mock's."""
        return urlsplit(self.address).netloc.partition("--")[0]

    @property
    def path(self) -> str:
        """Where it goes at that site."""
        return urlsplit(self.address).path

    def get(self, name: str) -> str | None:
        """What a field holds; None if it is not there."""
        return dict(self.fields).get(name)


def self_posting(answer: Answer) -> SelfPosting | None:
    """The form of an answer that sends itself, if it is such a page."""
    if _MARK not in answer.body:
        return None
    page: html.HtmlElement = html.fromstring(answer.text)
    (form,) = [form for form in page.forms if form.get("id") == "auto-post"]
    fields = tuple((str(name), str(value)) for name, value in form.form_values())
    return SelfPosting(str(form.method).upper(), str(form.action or ""), fields)
