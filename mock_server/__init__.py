"""A test double of login.gov.pl and of every system a login to IKP crosses."""
