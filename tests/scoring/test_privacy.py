"""Small groups are pooled until nobody can be picked out, not even by subtraction."""

import pytest

from scoring.privacy import showable_groups


@pytest.mark.parametrize(
    ("by_role", "groups"),
    [
        ({"exec": 3, "sales": 4}, (("exec",), ("sales",))),
        ({"exec": 2, "sales": 4, "service": 1}, (("sales",), ("exec", "service"))),
        ({"exec": 2, "sales": 4}, (("exec", "sales"),)),  # two left over would be known by subtraction
        ({"exec": 1, "sales": 4, "service": 3}, (("sales",), ("exec", "service"))),
        ({"exec": 2}, ()),
        ({"exec": 1, "sales": 1}, ()),
        ({"exec": 3, "sales": 0}, (("exec",),)),
        ({}, ()),
    ],
)
def test_groups_of_three_or_more(by_role: dict[str, int], groups: tuple[tuple[str, ...], ...]) -> None:
    assert showable_groups(by_role, 3) == groups
