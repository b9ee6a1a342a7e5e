"""Faults of codes and of consent."""

from ..kernel.faults import RuleReplaced, TemplateFault
from .entry import CataloguedFault

FAULTS = (
    CataloguedFault(
        "code.lives_one_second_longer",
        "A code still works at the end of its time",
        "A code seen over a shoulder can be used after the page calls it dead",
        "code.lives",
        "facts: it lives 300 s",
        RuleReplaced("mobywatel.code_is_live", lambda _: lambda expires_at, now: now <= expires_at),
    ),
    CataloguedFault(
        "code.tile_shows_qr",
        "The narrow page keeps the QR and has no tile to copy the code",
        "On a phone nobody can scan their own screen",
        "phone.tile",
        "article: the blue tile “Skopiuj kod”",
        TemplateFault("mobywatel/code.html", 'data-copy="code"', 'data-copy="code" hidden'),
    ),
)
