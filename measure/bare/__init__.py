"""A machine with nothing on it but one browser: a fresh Debian 12, in which set-up and a path by each method must work.

`chroot` makes the machine, `__main__` walks there.
"""
