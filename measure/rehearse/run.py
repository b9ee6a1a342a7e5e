"""One break after another: each a run of its own, in a folder of its own."""

import json
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import asdict

from bootstrap.places import ROOT, shown
from measure.nightly.source import digest_of_source
from measure.rehearse.breaks import BREAKS, Break
from measure.rehearse.console import listen
from measure.rehearse.front import Front, look_at
from measure.rehearse.options import Options
from measure.rehearse.page import write_page
from measure.rehearse.places import DOCUMENT, PAGE, out_of
from measure.rehearse.verdict import Told, complaints, right, tell


def rehearse(options: Options) -> bool:
    """Run what is to be run, and tell; returns whether everything that was asked for was told as it should be."""
    source, told = digest_of_source(ROOT), read_told()
    for number, item in enumerate(options.breaks, 1):
        before = told.get(item.name)
        if before and before.source == source and not options.fresh:
            print(f"[{item.name}] {number} of {len(options.breaks)}: stays done", flush=True)
            continue
        print(f"[{item.name}] {number} of {len(options.breaks)}: {item.title}", flush=True)
        told[item.name] = _run(item, source)
        write(told)
        print(f"[{item.name}] {words_of(item, told[item.name])}", flush=True)
    write(told)
    print(f"Page:    {shown(PAGE)}\nAs data: {shown(DOCUMENT)}")
    return right(options.breaks, told)


def command_of(item: Break) -> list[str]:
    """The run of a break, as a person would start it."""
    plants = [part for fault in item.plants for part in ("--plant", fault)]
    machine = ("-p", "measure.rehearse.plugin", "--rehearse", item.machine) if item.machine else ()
    cache = ("-o", f"cache_dir={out_of(item.name) / 'cache'}")
    return [sys.executable, "-m", "reports.run", "e2e", *item.tests, *plants, *machine, *cache]


def words_of(item: Break, told: Told) -> str:
    """How a break was told, in a line."""
    seconds = "never" if told.seconds is None else f"after {told.seconds:.0f} s"
    return f"on the console {seconds}; {'; '.join(complaints(item, told)) or f'named, {item.wanted}'}"


def read_told() -> dict[str, Told]:
    """What was found before, by the names of the breaks."""
    rows = json.loads(DOCUMENT.read_text(encoding="utf-8"))["breaks"] if DOCUMENT.exists() else []
    fields = Told.__dataclass_fields__
    found = [Told(**{name: row[name] for name in fields} | {"faults": tuple(row["faults"])}) for row in rows]
    return {told.name: told for told in found}


def write(told: dict[str, Told]) -> None:
    """Write the page and the document."""
    rows = [(item, told[item.name], complaints(item, told[item.name])) for item in BREAKS if item.name in told]
    document = {
        "cores": os.cpu_count(),
        "rehearsed": len(rows),
        "wrong": [item.name for item, _, wrong in rows if wrong],
        "breaks": [
            asdict(one) | {"wanted": item.wanted, "limit": item.limit, "wrong": wrong} for item, one, wrong in rows
        ],
    }
    DOCUMENT.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    write_page(rows, PAGE)


def _run(item: Break, source: str) -> Told:
    out = out_of(item.name)
    shutil.rmtree(out.parent, ignore_errors=True)
    out.mkdir(parents=True)
    words: Sequence[str] = (*item.named, *item.said)
    heard = listen(command_of(item), words, {"PRZEPUSTKA_OUT": str(out)}, item.stopped_at)
    (out.parent / "console.txt").write_text(heard.said, encoding="utf-8")
    file = out / "html" / "index.html"
    front = look_at(file, out.parent) if file.exists() else Front("no front page", ())
    return tell(item, heard, front, source)
