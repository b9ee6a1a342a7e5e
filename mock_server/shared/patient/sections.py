"""The parts of an account: what its menu leads to from every page, and its first page by tiles."""

from dataclasses import dataclass, field
from typing import Literal

from ...kernel.translation import Text


@dataclass(frozen=True)
class Section:
    """A part of an account.

    Attributes:
        name: of its drawing.
        path: the address of its first page.
        title: what the menu calls it.
        lead: what a person finds there.
        below: where else its pages are.
        short: what the bar of an app calls it; a section without one stands behind “Więcej”.
    """

    name: str
    path: str
    title: str
    lead: str
    below: tuple[str, ...] = field(default=(), kw_only=True)
    short: str = field(default="", kw_only=True)

    def current(self, path: str) -> Literal["page", "true", "false"]:
        """How the menu marks it on the page of this path (aria-current): as that page, as where it belongs, or not."""
        if path == self.path:
            return "page"
        belongs = any(path == one or path.startswith(f"{one}/") for one in (self.path, *self.below))
        return "true" if belongs else "false"


START = Section("start", "/konto", Text("Start"), "", short=Text("Start"))
"""The first page itself; no tile leads to it."""
PREVENTION = Section(
    "prevention", "/profilaktyka", Text("Profilaktyka"), Text("Ankieta, e-skierowanie i badania po czterdziestce")
)
PERMISSIONS = Section(
    "permissions",
    "/uprawnienia",
    Text("Uprawnienia"),
    Text("Konta Twoich dzieci i osób, które Cię upoważniły"),
    below=("/dzieci", "/osoby", "/dziecko", "/dostep-zakonczony"),
)
