"""A login between our hub and our provider, with all that a deed may reach for."""

from dataclasses import replace
from datetime import timedelta
from functools import cache

from mock_server.check.login import Earlier, Login, steady
from mock_server.saml.keys import KeyPair, make_rsa_key_pair
from tests.saml.scene import MALLORY, NOW, RESOLVE_ID, SamlScene, keys_of, make_scene

LISTENER = "http://127.0.0.1:9/listener"


@cache
def login() -> Login:
    """Each time the same one."""
    return login_of(make_scene())


def login_of(scene: SamlScene) -> Login:
    resolve = replace(scene.resolve(), id=RESOLVE_ID)
    request = scene.read_request(scene.request_xml())
    told, other = scene.identification(), replace(scene.identification(MALLORY), name_id="patient-2")
    return Login(
        hub=replace(steady(scene.hub), clock_ahead=lambda _: timedelta()),
        resolve=resolve,
        request=request,
        told=told,
        other=other,
        session_index="_ID-session",
        now=NOW,
        bystander=keys_of("bystander"),
        retired=keys_of("retired"),
        coming=keys_of("coming"),
        rsa=_rsa(),
        listener=LISTENER,
        earlier=Earlier("ID-earlier", "_ID-earlier", "patient-1"),
    )


@cache
def _rsa() -> KeyPair:
    return make_rsa_key_pair("symulator.login.gov.pl", NOW)
