"""A typed client of the control API, for Python."""

from .calling import ControlFailed, MockUnreachable
from .control import Control, WorldControl

__all__ = ["Control", "ControlFailed", "MockUnreachable", "WorldControl"]
