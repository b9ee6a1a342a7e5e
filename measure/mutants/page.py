"""The page of the mutants run."""

from pathlib import Path

from fixtures import html_page
from measure.mutants.choosing import LOOKING, STORIES, UNITS
from measure.mutants.options import Options
from measure.mutants.sample import OF_A_FILE
from measure.mutants.trial import Fate
from measure.mutants.verdict import Verdict


def write_page(verdict: Verdict, options: Options, file: Path) -> None:
    """Write one page that needs nothing else."""
    html_page.write_page(
        Path(__file__).parent / "templates" / "mutants.html",
        file,
        verdict=verdict,
        options=options,
        fates=[(fate, verdict.with_fate(fate)) for fate in Fate],
        of_a_file=OF_A_FILE,
        units=UNITS,
        stories=STORIES,
        looking=LOOKING,
    )
