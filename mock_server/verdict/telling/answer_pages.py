"""The page of each answer in the docs, written from the table (``python -m`` this module)."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from ...check.answer import Answer, Duty, Verdict
from ...check.answers import ANSWERS

INDEX = "README.md"
_DUTIES = {
    Duty.REFUSE: "Your service must refuse it: nobody is in afterwards, and the page is a decent one.",
    Duty.ACCEPT: "Your service must accept it: it is odd, but right.",
    Duty.EITHER: "Your service may refuse it or let the right person in, and nothing else.",
}


def pages(table: Mapping[str, Answer]) -> dict[str, str]:
    """Every page, by file name."""
    written = {f"{answer.id}.md": _page(answer) for answer in table.values()}
    return written | {INDEX: _index(table.values())}


def _page(answer: Answer) -> str:
    asked = "" if answer.verdict is Verdict.BY_DUTY else f" What is asked afterwards: {answer.verdict}."
    must = f"\n> {answer.must}\n" if answer.must else ""
    return f"""# {answer.id}

{answer.change}.

{_DUTIES[answer.duty]}{asked}
{must}
| | |
|---|---|
| gravity | {answer.gravity} |
| who could send it | {answer.reach} |
| what it would give | {_cell(answer.gain)} |
| source | {_cell(answer.source)} |
| how to mend it | {_cell(answer.mend)} |
| needs | {", ".join(map(str, answer.needs)) or "nothing special"} |
| sent | {"alone and last, since it may block a service" if answer.may_block else "beside others"} |

{_ways(answer)}Send just this one, with your own addresses:

    python -m mock_server check --start URL --inside URL --only {answer.id}

All answers: [the list]({INDEX}). How a check works: [the how-to](../check.md).
"""


def _ways(answer: Answer) -> str:
    if len(answer.variants) == 1:
        return ""
    rows = (
        f"| `{answer.id}:{one.name}` | {_cell(one.change)} | {one.reach or answer.reach} |\n" for one in answer.variants
    )
    return "| way to send it | what is special | who could |\n|---|---|---|\n" + "".join(rows) + "\n"


def _index(answers: Iterable[Answer]) -> str:
    rows = "".join(
        f"| [{one.id}]({one.id}.md) | {_cell(one.change)} | {one.duty} | {one.gravity} |\n" for one in answers
    )
    return f"""# Every answer that a check sends

Written from the table by `python -m mock_server.verdict.telling.answer_pages`. How a check works:
[the how-to](../check.md).

| answer | what is changed | duty | gravity |
|---|---|---|---|
{rows}"""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")


def write(folder: Path) -> None:
    """Write every page, and take away those of answers that are gone."""
    folder.mkdir(parents=True, exist_ok=True)
    written = pages(ANSWERS)
    for file in folder.glob("*.md"):
        if file.name not in written:
            file.unlink()
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/check"))
