"""A service provider of login.gov.pl in plain Python: http.server, lxml, cryptography, signxml."""
