"""A fresh machine reaches the package indexes as this one does, or says what it lacks."""

import shutil
from pathlib import Path

import pytest

from bootstrap.problem import SetUpError
from measure.bare.chroot import chroot, local_indexes


def test_indexes_on_this_disk_are_found_in_pips_configuration_and_others_are_left(tmp_path: Path) -> None:
    index, wheels = tmp_path / "mirror" / "simple", tmp_path / "wheels"
    for folder in (index, wheels):
        folder.mkdir(parents=True)
    told = (
        f"global.extra-index-url='file://{index} https://packages.example/simple'\n"
        f":env:.find-links='{wheels} /not/there'\nglobal.cert='{tmp_path}'\n"
    )
    assert local_indexes(told) == [index.parent, wheels]


def test_without_mmdebstrap_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(SetUpError, match="apt-get install mmdebstrap"), chroot(tmp_path / "machine"):
        pass
    assert not (tmp_path / "machine").exists()
