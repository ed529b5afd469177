"""The method: from answers to a placement that can be explained. Pure: no files, no clock, no hidden randomness."""

from scoring.engine import assess
from scoring.method import Method

__version__ = "0.1.0"  # printed with every result, so that it can be repeated

__all__ = ["Method", "assess"]
