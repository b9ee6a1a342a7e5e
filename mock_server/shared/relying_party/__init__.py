"""What a site of ours needs to let people log in through login.gov.pl."""
