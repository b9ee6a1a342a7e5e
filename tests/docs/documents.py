"""Reading a how-to: its code blocks, in order, each of a kind that a test knows how to run.

- ``bash`` runs, in one shell per document, so that what one block sets the next one sees;
- ``text`` after a ``bash`` block is what that block must print, where ``…`` stands for anything;
- any other language has a file name after it (```` ```java Login.java ````): the file is there before the shell
  starts, and a later ``bash`` block must use it.
"""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs"
DOCUMENTS = sorted(FOLDER.glob("*.md"))
PAGES = [*DOCUMENTS, *sorted(ROOT.glob("*.md"))]
"""The how-tos, and what stands at the top of the checkout."""
_FENCE = re.compile(r"^```(\w*) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"`((?:docs|e2e|examples|fixtures|measure|mock_server|pages|tests)/[\w./-]+)[` ]")
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)[^)]*\)")


@dataclass(frozen=True)
class Block:
    """One fenced block."""

    language: str
    file: str
    content: str


def blocks_of(document: Path) -> list[Block]:
    return [Block(*found) for found in _FENCE.findall(document.read_text(encoding="utf-8"))]


def links_of(document: Path) -> list[str]:
    return _LINK.findall(document.read_text(encoding="utf-8"))


def files_named_by(document: Path) -> list[str]:
    """The files and folders of this checkout that a page names in code, but for those with a gap (``<site>``)."""
    return _NAMED.findall(document.read_text(encoding="utf-8"))


def problems_of(blocks: list[Block]) -> list[str]:
    """What no test would run, and so could rot."""
    problems = []
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        after = "\n".join(later.content for later in blocks[index + 1 :] if later.language == "bash")
        if block.language == "text" and (before is None or before.language != "bash"):
            problems.append(f"block {index + 1} is text that no bash block before it prints")
        elif block.language not in {"bash", "text"} and not block.file:
            problems.append(f"block {index + 1} ({block.language}) has no file name")
        elif block.file and block.file not in after:
            problems.append(f"no later bash block uses {block.file}")
    return problems


def programs_of(blocks: list[Block]) -> set[str]:
    """The programs that the shell is to start and that a machine may lack."""
    started = re.compile(r"(?:^|[|(;&]\s*)(curl|docker|java|jq|keytool|node|openssl|php)\b", re.MULTILINE)
    return {name for block in blocks if block.language == "bash" for name in started.findall(block.content)}
