"""Every way to log in, walked."""
