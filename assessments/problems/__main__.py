"""Prints the page of all problem codes."""

from assessments.problems.page import problems_page

print(problems_page(), end="")  # noqa: T201
