"""Holes in how messages are verified and read."""

from measure.holes.hole import hole

_FOREIGN = """certificates = (*certificates, *(
        f"-----BEGIN CERTIFICATE-----\\n{text_of(one)}\\n-----END CERTIFICATE-----\\n"
        for one in message.iter("{*}X509Certificate")
    ))
    xml = etree.tostring(message, with_tail=False)"""
_STATUS = 'equal("the status", one(one(message, "saml2p:Status"), "saml2p:StatusCode").get("Value"), SUCCESS)'
_STATUS_OF = 'one(one(message, "saml2p:Status"), "saml2p:StatusCode").get("Value")'
_ANSWERED = 'equal("InResponseTo", message.get("InResponseTo"), request_id)'

HOLES = (
    hole("what is not signed passes", "signature",
         '    reference = one(one(message, "ds:Signature")',
         '    if message.find("{*}Signature") is None:\n        return message\n'
         '    reference = one(one(message, "ds:Signature")'),
    hole("an error while verifying passes", "signature", "except SignXMLException:\n            continue",
         "except SignXMLException:\n            return message"),
    hole("keys come from the message", "signature", "xml = etree.tostring(message, with_tail=False)", _FOREIGN,
         "signature", "require\n", "require, text_of\n"),
    hole("it does not matter what is signed", "signature",
         '    equal("what is signed", reference.get("URI"), f"#{message.get(\'ID\')}")\n', ""),
    hole("SHA-1 signs", "signature", "{SignatureMethod.ECDSA_SHA256,",
         "{SignatureMethod.ECDSA_SHA1, SignatureMethod.ECDSA_SHA256,"),
    hole("SHA-1 digests", "signature", "{DigestAlgorithm.SHA256}", "{DigestAlgorithm.SHA1, DigestAlgorithm.SHA256}"),
    hole("the Response is not verified", "answer",
         'response = received(one(answer, "saml2p:Response"), hub, provider.acs_url, asked.at, now)',
         'response = one(answer, "saml2p:Response")'),
    hole("the ArtifactResponse is not verified", "answer",
         'answer = received(message_in(soap, "saml2p:ArtifactResponse"), hub, provider.acs_url, asked.at, now)',
         'answer = message_in(soap, "saml2p:ArtifactResponse")'),
    hole("messages may be of anybody", "received",
         '    equal("Issuer", text_of(one(signed, "saml2:Issuer")), hub.issuer)\n', ""),
    hole("messages may be of any version", "received", '    equal("Version", signed.get("Version"), "2.0")\n', ""),
    hole("messages may be to anybody", "received",
         '    equal("Destination", signed.get("Destination", our_address), our_address)\n', ""),
    hole("messages may be of any time", "received",
         '    require_between(signed, "IssueInstant", earliest, now)\n', ""),
    hole("the status is not read", "answer", _STATUS, "pass"),
    hole("the status may go on", "answer", _STATUS, f'equal("", ({_STATUS_OF} or "")[: len(SUCCESS)], SUCCESS)'),
    hole("the first status counts", "answer", _STATUS,
         'equal("", one(message, "saml2p:Status")[0].get("Value"), SUCCESS)'),
    hole("any question may be answered", "answer", _ANSWERED, "pass"),
    hole("the last assertion counts", "answer", 'one(response, "saml2:EncryptedAssertion")',
         'response.findall("{*}EncryptedAssertion")[-1]'),
    hole("document types are read", "documents",
         '    require(root.getroottree().docinfo.internalDTD is None, "there is a DTD")\n', ""),
)  # fmt: skip
