"""The second try: another choice, what is old after a refresh, and every edge by every road; all read from tables."""
