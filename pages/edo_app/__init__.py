"""The eDO App on the phone."""
