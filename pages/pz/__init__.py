"""pz.gov.pl: the login on request, and the person's own account."""
