"""The catalogue's short sources, written out, each as sure as it is."""

import pytest

from mock_server.check.sources import sources


@pytest.mark.parametrize(
    ("short", "written"),
    [
        ("C5.4.2", "saml-core 5.4.2"),
        ("X4.4", "xmlenc-core1 4.4 (from memory)"),
        ("AV6.8.2 sp2", "ASVS 5.0 6.8.2; SPID case 2"),
        ("CVE-2015-1796 CVE-0000-0000(mem)", "CVE-2015-1796; CVE-0000-0000 (from memory)"),
        ("CS profile", "OWASP SAML Security Cheat Sheet; login.gov.pl profile"),
        ("Bi3.6 |pysaml2 #510|", "saml-bindings 3.6; pysaml2 #510"),
    ],
)
def test_a_source_is_written_out(short: str, written: str) -> None:
    assert sources(short) == written
