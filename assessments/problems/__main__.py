"""Prints the page of all problem codes."""

from assessments.problems.page import problems_page

if __name__ == "__main__":
    print(problems_page(), end="")  # noqa: T201
