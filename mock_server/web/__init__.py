"""What every site needs of the web: addresses, pages, cookies, sessions, flows, the way to another site."""
