"""A service provider of login.gov.pl without a SAML framework: http.server, lxml, cryptography, signxml."""
