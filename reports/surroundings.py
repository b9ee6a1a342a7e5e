"""What a run ran on, and which job of which CI ran it."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fixtures.surroundings import SUFFIX


@dataclass(frozen=True)
class Job:
    """The job of a CI: its kind, the name of the job, its address and how it counts its runs."""

    kind: str
    name: str
    address: str
    number: str


def read_surroundings(folder: Path) -> dict[str, str]:
    """What the processes of the run told, by name."""
    told: dict[str, str] = {}
    for file in sorted(folder.glob(f"*{SUFFIX}")):
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                told |= {str(name): str(value) for name, value in json.loads(line).items() if value}
            except (ValueError, AttributeError):  # a full disk leaves the last line cut
                continue
    return told


def job(variables: Mapping[str, str] = os.environ) -> Job | None:
    """The job, by the variables that GitHub, GitLab and Jenkins set; None where none of them runs this."""
    of = variables.get
    if of("GITHUB_RUN_ID"):
        place = f"{of('GITHUB_SERVER_URL', '')}/{of('GITHUB_REPOSITORY', '')}"
        name, number = of("GITHUB_WORKFLOW", "GitHub"), of("GITHUB_RUN_NUMBER", "")
        return Job("github", name, f"{place}/actions/runs/{of('GITHUB_RUN_ID')}", number)
    if of("CI_JOB_URL"):
        return Job("gitlab", of("CI_JOB_NAME", "GitLab"), of("CI_JOB_URL", ""), of("CI_PIPELINE_IID", ""))
    if of("BUILD_URL"):
        return Job("jenkins", of("JOB_NAME", "Jenkins"), of("BUILD_URL", ""), of("BUILD_NUMBER", ""))
    return None
