"""The method: from answers to a placement that can be explained. Pure: no files, no clock, no hidden randomness."""

from scoring.engine import assess
from scoring.method import Method

__all__ = ["Method", "assess"]
