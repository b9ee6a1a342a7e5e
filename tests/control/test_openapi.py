"""The API's description of itself."""

import re
from typing import Annotated

import pytest
from openapi_spec_validator import validate
from pydantic import BaseModel, PlainSerializer, TypeAdapter

import mock_server
from mock_server.command.endpoints import ENDPOINTS
from mock_server.control.api import Call, Endpoint
from mock_server.control.openapi import describe
from mock_server.control.phones import Decided

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


def a_text(name: str, where: str, *, required: bool) -> dict[str, object]:
    return {"name": name, "in": where, "required": required, "schema": {"type": "string"}}


def shaped(name: str, pattern: str) -> dict[str, object]:
    return a_text(name, "query", required=False) | {"schema": {"type": "string", "pattern": pattern}}


def test_the_document_says_whose_it_is() -> None:
    assert DOCUMENT["openapi"] == "3.1.0"
    assert DOCUMENT["info"] == {"title": "Przepustka control API", "version": mock_server.__version__}
    assert list(DOCUMENT["paths"]) == list(dict.fromkeys(f"/control{endpoint.path}" for endpoint in ENDPOINTS))


def test_an_endpoint_with_a_body_is_described_whole() -> None:
    assert DOCUMENT["paths"]["/control/worlds/{world}/phones/{pesel}/consents/{code}"] == {
        "post": {
            "summary": "Approve or decline a code that was read; ``code`` is the one in the answer to the reading.",
            "operationId": "phones_answer_consent",
            "parameters": [a_text(name, "path", required=True) for name in ("world", "pesel", "code")],
            "requestBody": {
                "required": True,
                "content": {
                    "application/json": {
                        "schema": {
                            "type": "object",
                            "title": "Decision",
                            "description": "Whether the person approves.",
                            "properties": {"approve": {"title": "Approve", "type": "boolean"}},
                            "required": ["approve"],
                            "additionalProperties": False,
                        }
                    }
                },
            },
            "responses": {
                "200": {
                    "description": "Done",
                    "content": {"application/json": {"schema": TypeAdapter(Decided).json_schema()}},
                },
                "415": {"description": "Refused; every change is marked as JSON, body or not"},
                "4XX": {"description": "Refused; the text of `error` says why and what to do"},
            },
        }
    }


@pytest.mark.parametrize(
    ("path", "method", "required"),
    [("people", "post", False), ("people", "put", True), ("clock/freeze", "post", False), ("clock", "put", True)],
)
def test_a_body_is_required_where_something_in_it_is(path: str, method: str, required: bool) -> None:
    assert DOCUMENT["paths"][f"/control/worlds/{{world}}/{path}"][method]["requestBody"]["required"] is required


def test_an_endpoint_with_a_query_is_described_whole() -> None:
    assert DOCUMENT["paths"]["/control/worlds/{world}/inbox"]["get"] == {
        "summary": "SMS (of one ``phone``, if given) and pushes (of one ``pesel``, if given).",
        "operationId": "observing_inbox",
        "parameters": [
            a_text("world", "path", required=True),
            shaped("phone", r"^\+[1-9][0-9]{6,14}$"),
            shaped("pesel", "^[0-9]{11}$"),
        ],
        "responses": {
            "200": {
                "description": "Done",
                "content": {
                    "application/json": {
                        "schema": {
                            "type": "object",
                            "title": "InboxSeen",
                            "description": "Every message, oldest first.",
                            "properties": {
                                "sms": {
                                    "title": "Sms",
                                    "type": "array",
                                    "items": {"$ref": "#/components/schemas/Sms"},
                                },
                                "pushes": {
                                    "title": "Pushes",
                                    "type": "array",
                                    "items": {"$ref": "#/components/schemas/Push"},
                                },
                            },
                            "required": ["sms", "pushes"],
                            "additionalProperties": False,
                        }
                    }
                },
            },
            "4XX": {"description": "Refused; the text of `error` says why and what to do"},
        },
    }


def test_a_body_is_described_as_it_is_sent_and_an_answer_as_it_comes() -> None:
    class Told(BaseModel):
        at: Annotated[str, PlainSerializer(lambda at: [at], return_type=list[str])] = ""

    async def tell(_call: Call, body: Told) -> Told:
        """Tell."""
        return body

    adapter = TypeAdapter(Told)
    told = describe([Endpoint("PUT", "/told", "Tell.", adapter, adapter, tell, ())])["paths"]["/control/told"]["put"]
    sent = told["requestBody"]["content"]["application/json"]["schema"]["properties"]["at"]
    answered = told["responses"]["200"]["content"]["application/json"]["schema"]["properties"]["at"]
    assert (sent["type"], answered["type"]) == ("string", "array")


def test_every_path_lists_its_methods() -> None:
    methods = {(method.upper(), path) for path, operations in DOCUMENT["paths"].items() for method in operations}
    assert methods == {(endpoint.method, f"/control{endpoint.path}") for endpoint in ENDPOINTS}
