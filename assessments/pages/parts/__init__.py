"""Pieces of pages, used by more than one page file or too long for it."""
