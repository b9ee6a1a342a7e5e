"""The oracles that look at every story: none is asked for, each can be told off by name with a reason."""

from e2e.watchers import (
    addresses,
    console,
    cookies,
    headers,
    headings,
    html_strict,
    language,
    messages,
    moments,
    open_things,
    reach,
    secret_fields,
    server_errors,
)
from fixtures.watching.watcher import Watcher

WATCHERS: tuple[Watcher, ...] = (
    Watcher("headers", "Every answer carries the headers that a site of its kind must have", headers.complaints),
    Watcher("cookies", "Every cookie keeps the one policy", cookies.complaints),
    Watcher("addresses", "No address holds a PESEL, a code or a token", addresses.complaints),
    Watcher("open_things", "Nothing stays open of a login that has ended", open_things.complaints),
    Watcher("reach", "Every control has a name and can be reached, and no text is cut off", reach.complaints),
    Watcher(
        "secret_fields",
        "What is typed in secret is hidden while it is typed, and comes back on no page",
        secret_fields.complaints,
    ),
    Watcher("server_errors", "No site breaks", server_errors.complaints),
    Watcher(
        "console",
        "No page writes an error to the console or asks for a file that is not there",
        console.complaints,
        reads_answers=False,
    ),
    Watcher("moments", "Every moment is a <time>, exact for machines and told in Polish time", moments.complaints),
    Watcher(
        "headings",
        "Every page has one h1, with which its title begins, after “Błąd:” where it tells an error",
        headings.complaints,
    ),
    Watcher("html_strict", "A strict parser takes every page, and references find their ids", html_strict.complaints),
    Watcher("language", "Every page is in the language that it says, and shows no raw key", language.complaints),
    Watcher("messages", "Every SAML message says what the story did, field by field", messages.complaints),
)
