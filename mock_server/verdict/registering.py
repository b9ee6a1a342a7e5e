"""Introducing the service to the hub, by its metadata or by a file of providers."""

import asyncio
from pathlib import Path

import yaml

from ..client import WorldControl
from .judging.baseline import CannotJudge
from .options import CheckOptions
from .visitor.fetching import Fetcher
from .visitor.trouble import Trouble


async def register(options: CheckOptions, world: WorldControl, fetcher: Fetcher) -> bytes | None:
    """Register what was named; nothing where the hub is said to know the service.

    Returns:
        Its metadata, if they were named.

    Raises:
        CannotJudge: the metadata or the file cannot be had.
        ControlFailed: the mock refuses it.
    """
    document = await metadata_of(options.metadata, fetcher) if options.metadata else None
    if document is not None:
        await asyncio.to_thread(world.register_metadata, document)
    if options.providers:
        for entry in _entries(options.providers):
            await asyncio.to_thread(_register_entry, world, entry)
    return document


def _register_entry(world: WorldControl, entry: dict[str, object]) -> None:
    said = {"issuer": "", "name": "", "certificate": "", **entry}
    issuer, name, certificate = (str(said.pop(key)) for key in ("issuer", "name", "certificate"))
    world.register_provider(issuer, name, "", certificate, **said)


async def metadata_of(named: str, fetcher: Fetcher) -> bytes:
    """The document: of a file, or of an address of the service.

    Raises:
        CannotJudge: it cannot be had.
    """
    try:
        if named.startswith(("http://", "https://")):
            return (await fetcher.fetch("GET", named, {})).body
        return await asyncio.to_thread(Path(named).read_bytes)
    except (Trouble, OSError) as error:
        raise CannotJudge(f"the metadata {named} cannot be had: {error}") from error


def _entries(file: Path) -> list[dict[str, object]]:
    try:
        entries = yaml.safe_load(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CannotJudge(f"{file} cannot be read: {error}") from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise CannotJudge(f"{file} holds no list of providers")
    return entries
