"""What a person types in secret is hidden while it is typed (OWASP ASVS 5.0, V6.2.6), and comes back on no page."""

import re
from collections.abc import Iterator

from e2e.watchers.pages import on_each_page
from fixtures.watching.answers import Answer

SECRETS = frozenset({"password", "password_again", "pin", "pin_again", "pin1", "puk"})
"""Names of such fields; a code that is copied from elsewhere is compared with what is typed, and is seen."""
_FIELD = re.compile(r"<input\b[^>]*>")
_ATTRIBUTE = re.compile(r'\b(name|type|value)="([^"]*)"')


def _complaints_of(answer: Answer) -> Iterator[str]:
    for field in _FIELD.findall(answer.text):
        told = dict(_ATTRIBUTE.findall(field))
        name, is_hidden = told.get("name", ""), told.get("type") == "password"
        if is_hidden != (name in SECRETS):
            yield f"the field “{name}” is {'hidden' if is_hidden else 'shown'} while somebody types in it"
        if is_hidden and told.get("value"):
            yield f"the field “{name}” brings back what was typed in it"


complaints = on_each_page(_complaints_of)
