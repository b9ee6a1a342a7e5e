"""``python -m measure.bench.runners.floor N``: what the N-th worker walks of a run, as a bare Playwright script.

No runner, no check, no evidence: below this lies only the browser.
"""

import sys

from playwright.sync_api import sync_playwright

from fixtures.browsers import launch
from measure.bench.bare import WALKS, walk_path
from measure.bench.runners.given import read_given
from mock_server.client import Control


def main(worker: int) -> None:
    """Walk every so-many-th path, so that each worker has as many."""
    run = read_given()
    paths = (list(WALKS.items()) * run.rounds)[worker :: run.workers]
    with sync_playwright() as playwright, Control(run.mock) as control:
        browser = launch(playwright)
        for path, walk in paths:
            walk_path(playwright, browser, control, path, walk)
        browser.close()


if __name__ == "__main__":
    main(int(sys.argv[1]))
