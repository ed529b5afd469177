"""Reports printed in processes of their own, so that nobody who answers waits for somebody who prints."""

from assessments.printing.job import Edition
from assessments.printing.printers import Printers

__all__ = ["Edition", "Printers"]
