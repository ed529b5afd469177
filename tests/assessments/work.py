"""Somebody who does alone, part by part, whatever was asked for."""

from assessments import working
from assessments.answering import Desk
from assessments.printing import Printers


def do_everything(desk: Desk, printers: Printers | None = None) -> None:
    worker = working.Worker(desk, printers or Printers(0))
    while worker.do_one():
        pass
