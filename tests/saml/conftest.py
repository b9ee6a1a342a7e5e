import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

from mock_server.saml import KeyPair
from mock_server.saml.keys import certify
from tests.saml.scene import NOW, SamlScene, make_scene


@pytest.fixture
def scene() -> SamlScene:
    return make_scene()


@pytest.fixture(scope="session")
def rsa_keys() -> KeyPair:
    return certify(generate_private_key(65537, 2048), "rsa.example", NOW)
