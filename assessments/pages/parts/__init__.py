"""Pieces of pages, used by more than one page file or too long for it."""

from importlib import import_module
from pkgutil import iter_modules


def import_all() -> None:
    """Import every piece before anybody comes, so that no first page waits for it."""
    for piece in iter_modules(__path__, f"{__name__}."):
        import_module(piece.name)
