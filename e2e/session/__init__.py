"""Sessions and their cookies."""
