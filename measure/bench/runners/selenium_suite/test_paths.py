"""The ten paths, from the outside into the account."""

from measure.bench.runners.given import Given
from measure.bench.runners.selenium_suite.acts import arrive, open_hub
from measure.bench.runners.selenium_suite.journey import Journey
from measure.bench.runners.selenium_suite.walks import WALKS


def test_path_opens_the_account(path: str, journey: Journey, run: Given) -> None:
    """Walk it; the account is the person's, and says who identified them."""
    open_hub(journey)
    WALKS[run.walks[path]](journey)
    arrive(journey)
    for fact in (journey.person.pesel, run.identified[path]):
        journey.page.see(f"//dd[normalize-space()='{fact}']")
    journey.expect_open()
