"""The one way in which set-up fails."""


class SetUpError(Exception):
    """Something the run needs cannot be had.

    Its text is one line for a person: which piece is missing, and what to do about it.
    """
