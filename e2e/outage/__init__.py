"""One method is out, the others work."""
