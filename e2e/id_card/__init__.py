"""e-dowód: the reader on a computer, the eDO App on a phone."""

CODE_LIFE = 300
"""Seconds for which a code for the eDO App lives."""
