"""The server: host name to site, one port, in the foreground or in a thread."""
