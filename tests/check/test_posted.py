"""What a browser may post for a login that still waits is of that very login."""

from base64 import b64decode
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from lxml import etree

from fixtures.http_browser import HttpBrowser
from fixtures.provider import Provider, form_of
from mock_server.client import ControlFailed, WorldControl
from mock_server.saml.authn_request import RequestOptions
from mock_server.saml.names import new_id


def test_it_answers_the_request_that_waits(
    world: WorldControl, new_http_browser: Callable[[], HttpBrowser], provider: Provider
) -> None:
    person, visitor, request = world.make_person(1), new_http_browser(), new_id()
    visitor.stop_at = "https://"
    xml = provider.saml.build_authn_request(RequestOptions(), request_id=request, now=provider.world.now())
    visitor.post(f"{provider.saml.hub.sso_url}?{urlencode({'login_as': person.pesel})}", **form_of(xml))
    posted = world.posted(request)
    forged, genuine, own = (etree.fromstring(b64decode(one)) for one in (posted.forged, posted.genuine, posted.own))
    assert {one.get("InResponseTo") for one in (forged, genuine, own)} == {request}
    assert [len(one.findall("{*}Signature")) for one in (forged, genuine, own)] == [0, 1, 1]


def test_a_login_that_nobody_began_is_told(world: WorldControl) -> None:
    with pytest.raises(ControlFailed, match="_nothing"):
        world.posted("_nothing")
