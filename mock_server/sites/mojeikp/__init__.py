"""mojeIKP: the mobile patient app, a service provider of login.gov.pl of its own. Later logins take a PIN."""
