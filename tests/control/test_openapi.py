"""The API's description of itself."""

import re

from openapi_spec_validator import validate

from mock_server.control.openapi import describe
from mock_server.control.routes import ENDPOINTS

DOCUMENT = describe(ENDPOINTS)
OPERATIONS = [operation for path in DOCUMENT["paths"].values() for operation in path.values()]


def test_a_judge_finds_it_valid() -> None:
    validate(DOCUMENT)


def test_every_endpoint_is_described_and_named_once() -> None:
    names = [operation["operationId"] for operation in OPERATIONS]
    assert len(names) == len(ENDPOINTS)
    assert len(set(names)) == len(names)
    assert all(operation["summary"] for operation in OPERATIONS)


def test_a_name_in_a_path_is_required() -> None:
    paths = describe(ENDPOINTS)["paths"].values()
    parameters = [one for path in paths for operation in path.values() for one in operation["parameters"]]
    in_path = [one for one in parameters if one["in"] == "path"]
    assert in_path
    assert all(one["required"] is True for one in in_path)


def test_every_reference_leads_to_a_schema() -> None:
    references = set(re.findall(r"'#/components/schemas/(\w+)'", str(DOCUMENT)))
    assert references
    assert references <= DOCUMENT["components"]["schemas"].keys()
