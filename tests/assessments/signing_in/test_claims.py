"""Whom the claims of a sign-in make of somebody."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rights import NOBODY_SIGNS_IN, NOT_SIGNED_IN, Deed, Visitor, Who
from assessments.signing_in import SignIn, is_over, sign_in_of, visitor_of
from tests.assessments.signing_in.whole import WHOLE

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ADA: dict[str, Any] = {
    "is_logged_in": True,
    "iss": "https://id.example.org",
    "sub": "ada",
    "iat": NOW.timestamp() - 60,
    "name": "Ada Lovelace",
    "roles": ["pathway:Acme:facilitator", "pathway:Acme:editor", "pathway:Beta: Bank:viewer", "staff"],
}


def made(how: SignIn | None = None, **claims: object) -> Visitor:
    return visitor_of(how or sign_in_of(WHOLE), {**ADA, **claims}, NOW)


def test_roles_come_from_the_claim_organisation_by_organisation() -> None:
    ada = made()
    assert ada.roles == {"Acme": {Who.LEADER, Who.AUTHOR}, "Beta: Bank": {Who.VIEWER}}
    assert (ada.name, ada.organisation) == ("Ada Lovelace", "Acme")
    assert ada.may(Deed.PREPARE, "Acme")
    assert not ada.may(Deed.PREPARE, "Beta: Bank")
    assert not ada.may(Deed.PREPARE, "Gamma")
    assert not ada.may(Deed.PREPARE)
    assert ada.where(Deed.SEE_SHARED) == ("Acme", "Beta: Bank")


def test_somebody_of_several_organisations_is_here_for_the_one_they_chose_and_belong_to() -> None:
    how = sign_in_of(WHOLE)
    assert visitor_of(how, ADA, NOW, "Beta: Bank").organisation == "Beta: Bank"
    assert visitor_of(how, ADA, NOW, "Gamma").organisation == "Acme"


def test_groups_and_roles_inside_another_claim_can_be_given_a_meaning() -> None:
    settings = replace(WHOLE, signin_claim="realm_access.roles", signin_roles="crm-team = Acme: owner")
    how = sign_in_of(settings)
    assert made(how, realm_access={"roles": ["crm-team"]}).roles == {"Acme": {Who.OWNER}}
    assert made(how, realm_access="crm-team").roles == {}
    assert made(replace_claim(how, "groups"), groups="crm-team").roles == {"Acme": {Who.OWNER}}


def replace_claim(how: SignIn | None, claim: str) -> SignIn:
    assert how is not None
    return replace(how, claim=(claim,))


@pytest.mark.parametrize(
    "roles",
    [None, [], {}, 7, [7, None], ["pathway:Acme:boss"], ["pathway::viewer"], ["pathway:A\x00:viewer"], ["Acme:viewer"]],
)
def test_what_is_no_role_gives_none(roles: object) -> None:
    newcomer = made(roles=roles)
    assert newcomer.signed_in
    assert newcomer.roles == {}
    assert newcomer.organisation is None


@pytest.mark.parametrize(
    "claims",
    [
        {"is_logged_in": False},
        {"is_logged_in": "yes"},
        {"sub": ""},
        {"sub": None},
        {"iss": 7},
        {"iat": None},
        {"iat": True},
        {"iat": float("nan")},
        {"iat": 1e300},
        {"iat": NOW.timestamp() - 12 * 3600},
        {"iat": NOW.timestamp() + 3600},
    ],
)
def test_whose_sign_in_cannot_be_trusted_is_not_signed_in(claims: dict[str, object]) -> None:
    assert made(**claims) == NOT_SIGNED_IN


def test_a_sign_in_is_over_after_the_hours_that_were_set() -> None:
    how = sign_in_of(replace(WHOLE, signin_hours="2"))
    assert how is not None
    late = NOW + timedelta(hours=1, minutes=59)
    assert visitor_of(how, ADA, late - timedelta(minutes=1)).signed_in
    assert visitor_of(how, ADA, late) == NOT_SIGNED_IN
    assert is_over(how, ADA, late)
    assert not is_over(how, ADA, NOW)
    assert not is_over(how, {}, late)


def test_a_sign_in_is_the_same_in_every_tab_and_another_one_the_next_time() -> None:
    assert made().sign_in == made().sign_in != made(iat=NOW.timestamp() - 59).sign_in
    assert len(made().sign_in) == 64
    assert made().until == NOW + timedelta(hours=12, seconds=-60)


def test_where_nobody_signs_in_everybody_is_a_visitor() -> None:
    assert visitor_of(None, ADA, NOW) == NOBODY_SIGNS_IN
    assert NOBODY_SIGNS_IN.may(Deed.PREPARE)
    assert not NOT_SIGNED_IN.may(Deed.PREPARE)


def test_an_account_is_one_person_and_its_tokens_are_theirs_alone() -> None:
    ada, again, other = made(), made(name="Ada L."), made(sub="bob")
    assert ada.person == again.person != other.person
    assert "ada" not in ada.person
    assert ada.token_for("w1") == again.token_for("w1")
    assert len({ada.token_for("w1"), ada.token_for("w2"), other.token_for("w1")}) == 3
    assert len(ada.token_for("w1")) == 43


@pytest.mark.parametrize(
    ("claims", "name"),
    [
        ({"name": " "}, ""),
        ({"name": None, "preferred_username": "ada"}, "ada"),
        ({"name": 7, "email": "ada@example.org"}, "ada@example.org"),
        ({"name": "A\x00da\n" + "x" * 300}, "Ada" + "x" * 197),
    ],
)
def test_a_name_is_one_line_that_fits(claims: dict[str, object], name: str) -> None:
    assert made(**claims).name == name


json = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(ADA, json)))
def test_whatever_a_provider_claims_nobody_gets_in_by_mistake(claims: dict[str, Any]) -> None:
    visitor = visitor_of(sign_in_of(WHOLE), claims, NOW)
    assert visitor == NOT_SIGNED_IN or (claims["is_logged_in"] is True and bool(claims["sub"]))
