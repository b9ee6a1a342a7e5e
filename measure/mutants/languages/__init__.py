"""The languages that the mock is written in, and in each the ways in which a place of a source is changed."""
