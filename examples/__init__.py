"""Ready examples; none of them imports the mock."""
