"""A mock with a token and TLS on one machine, browsers on another, the suite on a third."""

from pathlib import Path

import pytest

from bootstrap.browsers import find_browser
from measure.farm.serving import forwarder, mock, playwright_server
from reports.surroundings import read_surroundings
from tests.farm.namespaces import three_machines, why_not
from tests.farm.walking import ends, walk

STORIES = (
    *("e2e/login/test_paths.py", "e2e/errors/test_loopback.py", "e2e/records/test_in_browser.py"),
    *("e2e/trouble/test_network.py", "e2e/mobywatel/test_scanning.py"),
    *("-k", "not test_paths or menu-mobywatel-mobywatel-qr-computer or menu-trusted_profile-pz-sms-pixel"),
)
LEFT_OUT = ("/trouble/", "test_camera_that")


@pytest.mark.timeout(600)
def test_stories_hold_with_mock_and_browsers_on_machines_of_their_own(tmp_path: Path) -> None:
    if reason := why_not():
        pytest.skip(reason)
    keys, browser = tmp_path / "keys", find_browser("chromium").executable
    with three_machines() as (home, sites, browsers):
        serve = ("--port", "8000", "--host", "0.0.0.0", "--public-url", "https://localhost:8000")  # noqa: S104
        named = ("--allow-host", sites.seen_home, "--tls", "--token", "secret", "--keys", str(keys))
        farm = (
            *("--mock-url", f"https://{sites.seen_home}:8000", "--mock-ca", str(keys / "ca.pem")),
            *("--connect", f"ws://{browsers.seen_home}:3000/"),
        )
        told = {"PRZEPUSTKA_TOKEN": "secret", "PRZEPUSTKA_BROWSER": str(browser or "")}
        server = ("--port", "3000", "--host", "0.0.0.0")  # noqa: S104
        with (
            mock(*serve, *named, inside=sites.inside),
            playwright_server(*server, inside=browsers.inside),
        ):
            code, said = walk(tmp_path / "before", *STORIES, *farm, inside=home, **told)
            assert code == pytest.ExitCode.USAGE_ERROR
            assert f"mock_server forward --port 8000 --to {sites.seen_home}:8000" in said
            with forwarder(8000, f"{sites.seen_there}:8000", inside=browsers.inside):
                code, said = walk(tmp_path / "results", *STORIES, *farm, inside=home, **told)
    ended = ends(tmp_path / "results")
    assert code == 0, said
    left_out = {test for test in ended if any(part in test for part in LEFT_OUT)}
    assert {ended[test] for test in left_out} == {"skipped"}
    assert {ended[test] for test in ended.keys() - left_out} == {"passed"}
    assert len(ended) - len(left_out) > 5
    surroundings = read_surroundings(tmp_path / "results")
    assert surroundings["Browsers at"] == f"{browsers.seen_home}:3000"
    assert surroundings["Mock at"].startswith(f"https://{sites.seen_home}:8000, whose answers no watcher reads")
