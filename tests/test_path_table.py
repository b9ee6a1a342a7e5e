"""The table of paths and the tests that walk it say the same."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

from e2e.institutions import MOJEID_BANKS, TRUSTED_PROFILE_BANKS
from e2e.paths import LANGUAGES, PATHS, SMOKE
from fixtures.devices import DEVICES
from mock_server.kernel.institutions import INSTITUTIONS
from mock_server.sites.login.methods import METHODS

ROOT = Path(__file__).parent.parent


def test_every_path_is_walked_once_and_nothing_else() -> None:
    command = [sys.executable, "-m", "pytest", "e2e/login", "--collect-only", "-q", "-p", "no:hypothesispytest"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    walked = [
        line.partition("[")[2].rstrip("]").removesuffix("-chromium")
        for line in listed.splitlines()
        if "::test_path_opens_the_account[" in line
    ]
    assert Counter(walked) == Counter(path.id for path in PATHS)


def test_table_names_the_devices_there_are() -> None:
    assert {path.device for path in PATHS} == set(DEVICES)


def test_table_and_server_know_the_same_institutions() -> None:
    assert {i.id: i.trusted_profile for i in INSTITUTIONS if i.trusted_profile} == TRUSTED_PROFILE_BANKS
    assert {i.id: i.mojeid for i in INSTITUTIONS if i.mojeid} == MOJEID_BANKS


def test_every_login_method_of_the_hub_is_walked() -> None:
    walked = {path.method for path in PATHS}
    missing = [method.id for method in METHODS if method.id not in walked]
    assert not missing, f"no path leads through {missing}: add its ways to WAYS in e2e/paths.py"
    assert walked == {method.id for method in METHODS}


def test_smoke_walks_each_method_on_paths_of_the_table() -> None:
    smoke = [path for path in PATHS if path.id in SMOKE]
    assert len(smoke) == len(SMOKE)
    assert {path.method for path in smoke} == {path.method for path in PATHS}
    assert {path.device for path in smoke} == {path.device for path in PATHS}
    assert {path.destination for path in smoke} == {path.destination for path in PATHS}
    assert {path.language for path in smoke} == set(LANGUAGES)


def test_the_languages_take_turns_along_the_table() -> None:
    assert [path.language for path in PATHS] == [LANGUAGES[number % 3] for number in range(len(PATHS))]
