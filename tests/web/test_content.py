"""What cannot be read is refused with a page, at once, wherever it is sent; a message is read whatever its type."""

import http.client
import json
from base64 import b64encode
from urllib.parse import urlsplit

import pytest

from fixtures.http_browser import HttpBrowser
from mock_server.client import WorldControl

MULTIPART = "multipart/form-data; boundary=x"
URLENCODED = "application/x-www-form-urlencoded"


def part(name: str, value: str = "v", more: str = "") -> bytes:
    return f'--x\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n{value}\r\n'.encode()


END = b"--x--\r\n"
MALFORMED = {
    "garbage": (MULTIPART, b"garbage"),
    "no_boundary": ("multipart/form-data", part("a") + END),
    "long_boundary": (f"multipart/form-data; boundary={'x' * 5000}", part("a") + END),
    "empty_boundary": ("multipart/form-data; boundary=", part("a") + END),
    "other_boundary": ("multipart/form-data; boundary=y", part("a") + END),
    "cut_field": (MULTIPART, part("a")),
    "cut_file": (MULTIPART, part("a", more='; filename="f"')),
    "end_within_a_file": (MULTIPART, part("a", "v--x--", more='; filename="f"')),
    "no_name": (MULTIPART, b"--x\r\nContent-Disposition: form-data\r\n\r\nv\r\n" + END),
    "no_disposition": (MULTIPART, b"--x\r\n\r\nv\r\n" + END),
    "fields": (MULTIPART, part("a") * 1001 + END),
    "files": (MULTIPART, part("a", more='; filename="f"') * 1001 + END),
    "urlencoded_fields": (URLENCODED, b"a=b&" * 1001),
    **{
        f"charset_{charset}": (f"{MULTIPART}; charset={charset}", part("a", "+2AA-") + END)
        for charset in ("utf-7", "punycode", "unicode_escape", "idna", "undefined", "latin-1", "nosuch")
    },
    "urlencoded_charset": (f"{URLENCODED}; charset=utf-7", b"a=b"),
}
TOO_LARGE = {
    "urlencoded": (URLENCODED, b"a=" + b"x" * 2**20),
    "multipart": (MULTIPART, part("a", "x" * 2**20) + END),
    "text": ("text/plain", b"x" * (2**20 + 1)),
}
ROUTES = {
    "page": ("POST", "login", "/login/SingleSignOnService"),
    "unknown_path": ("POST", "login", "/nie-ma"),
    "wrong_method": ("PUT", "pacjent", "/"),
    "wrong_method_of_a_file": ("POST", "ikp", "/static/house.css"),
    "delegation": ("POST", "pz", "/delegated"),
    "back_channel": ("POST", "pz", "/back/ready"),
}


def host_of(world: WorldControl, site: str) -> str:
    """What the Host header says: a site's name, or the bare host's."""
    host = urlsplit(world.url(site or "ikp")).netloc
    return host if site else f"127.0.0.1:{host.rpartition(':')[2]}"


def sent(
    world: WorldControl, method: str, site: str, path: str, content_type: str, body: bytes
) -> tuple[int, str, str]:
    """Status, kind and text of what came back."""
    host = host_of(world, site)
    connection = http.client.HTTPConnection("127.0.0.1", int(host.rpartition(":")[2]), timeout=30)
    connection.request(method, path, body, {"Host": host, "Content-Type": content_type})
    answer = connection.getresponse()
    told = (answer.status, answer.headers["Content-Type"], answer.read().decode())
    connection.close()
    return told


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("form", MALFORMED)
def test_a_malformed_form_is_refused_with_a_page(world: WorldControl, route: str, form: str) -> None:
    status, kind, page = sent(world, *ROUTES[route], *MALFORMED[form])
    assert (status, kind) == (400, "text/html; charset=utf-8")
    assert "<h1" in page


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("body", TOO_LARGE)
def test_a_large_body_is_refused_with_a_page(world: WorldControl, route: str, body: str) -> None:
    status, kind, page = sent(world, *ROUTES[route], *TOO_LARGE[body])
    assert (status, kind) == (413, "text/html; charset=utf-8")
    assert "<h1" in page


def test_a_large_body_is_refused_before_it_is_sent(world: WorldControl) -> None:
    address = host_of(world, "pz")
    connection = http.client.HTTPConnection("127.0.0.1", int(address.rpartition(":")[2]), timeout=30)
    connection.putrequest("POST", "/delegated", skip_host=True)
    for name, value in {"Host": address, "Content-Length": str(2**30), "Expect": "100-continue"}.items():
        connection.putheader(name, value)
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        (URLENCODED, b"a=1&number=Za%C5%BC+%C3%B3&number=Za%C5%BC%C3%B3%C5%82%C4%87"),
        (URLENCODED.upper(), "number=Zażółć".encode()),
        (MULTIPART, part("number", "Zażółć") + part("photo", "x", '; filename="f"') + END),
        ("Multipart/Form-Data; charset=utf-8; boundary=x", part("number", "Zażółć") + END),
    ],
    ids=["urlencoded", "capitals", "multipart", "charset"],
)
def test_a_form_is_read_however_it_is_sent(
    hub: HttpBrowser, world: WorldControl, content_type: str, body: bytes
) -> None:
    assert hub.status == 200
    status, _, page = sent(world, "POST", "edo-app", "/wpisz", content_type, body)
    assert status == 422
    assert 'value="Zażółć"' in page


SOAP_RECEIVERS = {
    "artifact": ("login", "/login-services/idpArtifactResolutionService"),
    "logout": ("login", "/login-services/singleLogoutService"),
    "ikp": ("ikp", "/saml/logout"),
    "mojeikp": ("mojeikp", "/saml/logout"),
}
SOAP = (
    b'<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><a/></soap:Body></soap:Envelope>'
)


@pytest.mark.parametrize("receiver", SOAP_RECEIVERS)
@pytest.mark.parametrize("content_type", [URLENCODED, MULTIPART, "multipart/form-data", "text/xml", "image/png", ""])
def test_a_message_is_read_whatever_its_type_is_called(world: WorldControl, receiver: str, content_type: str) -> None:
    status, kind, fault = sent(world, "POST", *SOAP_RECEIVERS[receiver], content_type, SOAP)
    assert (status, kind.partition(";")[0]) == (400, "text/xml")
    assert "<faultstring>malformed: expected saml2p:" in fault
    assert SOAP.decode() in {entry.details.get("xml") for entry in world.journal()}


@pytest.mark.parametrize("receiver", SOAP_RECEIVERS)
@pytest.mark.parametrize(
    ("body", "code"), [(b"x" * 2**21, "too_large"), (b"", "malformed"), (b"\xff\x00", "malformed")]
)
def test_what_is_no_message_is_answered_with_a_fault(
    world: WorldControl, receiver: str, body: bytes, code: str
) -> None:
    status, kind, fault = sent(world, "POST", *SOAP_RECEIVERS[receiver], URLENCODED, body)
    assert (status, kind.partition(";")[0]) == (400, "text/xml")
    assert f"<faultstring>{code}: " in fault


def test_a_large_body_of_the_control_api_is_refused_as_json(world: WorldControl) -> None:
    status, kind, told = sent(
        world, "POST", "", "/control/worlds/main/people", "application/json", b'"' + b"x" * 2**20 + b'"'
    )
    assert (status, kind) == (413, "application/json")
    assert "1024 kB" in json.loads(told)["error"]


def test_a_long_request_of_a_login_fits_into_a_form(world: WorldControl) -> None:
    xml = b"<a>" + b"x" * (256 * 1024 - 7) + b"</a>"
    body = b"SAMLRequest=" + b64encode(xml).replace(b"+", b"%2B").replace(b"=", b"%3D")
    status, _, page = sent(world, "POST", "login", "/login/SingleSignOnService", URLENCODED, body)
    assert status == 400
    assert "saml2p:AuthnRequest" in page


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", "utf8"])
def test_a_form_may_say_that_it_is_utf_8(world: WorldControl, charset: str) -> None:
    body = part("a", "żółw") + END
    status, _, _ = sent(world, "POST", "login", "/login/SingleSignOnService", f"{MULTIPART}; charset={charset}", body)
    assert status == 400
    assert world.journal()[-1].details["a"] == "żółw"
