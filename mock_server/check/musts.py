"""The words that bind a provider: of the standards, where they say MUST, else of the login.gov.pl profile."""

SIGNED_TWICE = "login.gov.pl profile: “`ArtifactResponse` and the inner `Response` are both signed”"
ENCRYPTED = "login.gov.pl profile: the assertion comes as an `EncryptedAssertion`, by the algorithms that it names"
VERIFY = (
    "saml-profiles 4.1.4.3: “the service provider MUST do the following: Verify any signatures present on the "
    "assertion(s) or the response”"
)
ONE_REFERENCE = (
    "saml-core 5.4.2: “Signatures MUST contain a single <ds:Reference> containing a same-document reference to the ID "
    "attribute value of the root element of the assertion or protocol message being signed”"
)
NOTHING_EXCLUDED = (
    "saml-core 5.4.4: “verifiers MUST ensure that no content of the SAML message is excluded from the signature”"
)
NO_DTD = "SOAP 1.1, 3: “A SOAP message MUST NOT contain a Document Type Declaration”"
REQUEST_ID = (
    "saml-profiles 4.1.4.3: “MUST … Verify that the InResponseTo attribute in the bearer <SubjectConfirmationData> "
    "equals the ID of its original <AuthnRequest> message”"
)
RECIPIENT = (
    "saml-profiles 4.1.4.3: “MUST … Verify that the Recipient attribute in any bearer <SubjectConfirmationData> "
    "matches the assertion consumer service URL to which the <Response> or artifact was delivered”"
)
STILL_VALID = (
    "saml-profiles 4.1.4.3: “MUST … Verify that the NotOnOrAfter attribute in any bearer <SubjectConfirmationData> has "
    "not passed, subject to allowable clock skew between the providers”"
)
VALID_OTHERWISE = "saml-profiles 4.1.4.3: “MUST … Verify that any assertions relied upon are valid in other respects”"
NO_REPLAY = (
    "saml-profiles 4.1.4.5: “The service provider MUST ensure that bearer assertions are not replayed, by maintaining "
    "the set of used ID values”"
)
CONDITIONS = (
    "saml-core 2.5.1.1: “An assertion that is determined to be Invalid or Indeterminate MUST be rejected by a relying "
    "party”"
)
ORDER_OF_LIMITS = (
    "saml-core 2.5.1.2: “the value for NotBefore MUST be less than (earlier than) the value for NotOnOrAfter”"
)
AND_OF_AUDIENCES = "saml-core 2.5.1.4: “multiple <AudienceRestriction> elements … each MUST be evaluated independently”"
DESTINATION = (
    "saml-core 3.2.2: “the actual recipient MUST check that the URI reference identifies the location at which the "
    "message was received. If it does not, the response MUST be discarded”"
)
ALGORITHMS = "login.gov.pl profile: both signatures are “ecdsa-sha256, exc-c14n …, SHA-256”"
ANSWERS_ITS_REQUEST = (
    "saml-core 3.2.2, of a response: InResponseTo “MUST be present and its value MUST match the value of the "
    "corresponding request's ID attribute”"
)
THIS_BROWSER = "login.gov.pl profile: an answer is to a login that this browser began, and to no other"
FROM_THE_HUB = "login.gov.pl profile: “Issuer is the host name” of the hub, on every layer"
BEARER = (
    "saml-profiles 4.1.4.2: an assertion “MUST contain a <Subject> element with at least one <SubjectConfirmation> "
    "element containing a Method of urn:oasis:names:tc:SAML:2.0:cm:bearer”"
)
VERSION = (
    "saml-core 4.1.2: “A SAML relying party MUST NOT process any assertion with a major assertion version number not "
    "supported by the relying party”"
)
LEVEL = (
    "saml-core 3.3.2.2.1, Comparison minimum: the class “MUST be at least as strong … as one of the authentication "
    "contexts specified”"
)
SUCCESS = "saml-core 3.2.2.2: a top-level status other than Success says that the request was not answered"
ONLY_ARTIFACTS = (
    "login.gov.pl profile: the answer comes as “an auto-submitted POST form to the ACS with `SAMLart`”, and by "
    "no other binding"
)
LOGOUT = (
    "saml-profiles 4.4.4.1: a LogoutRequest names its Issuer, and who sends it must authenticate, by signing or by a "
    "means of the binding; login.gov.pl profile: it is signed"
)
