"""Facilitators are told who else can come by."""

import pytest

from assessments.pages.parts.reach import only_this_machine


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_a_loopback_address_is_for_this_machine_alone(address: str) -> None:
    assert only_this_machine(address, "")
    assert not only_this_machine(address, "pathway.example.org")  # something in front of it lets others in


@pytest.mark.parametrize("address", ["0.0.0.0", "192.168.1.20", "::", "", None, "pathway.example.org"])
def test_any_other_address_is_for_whoever_reaches_it(address: str | None) -> None:
    assert not only_this_machine(address, "")
