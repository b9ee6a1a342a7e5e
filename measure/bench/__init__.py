"""``make bench``: how fast the mock is and how little the suite adds, measured against references in the same run."""
