"""Settings for signing in: whole, or refused with everything that is wrong."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from assessments.rights import NOBODY_SIGNS_IN, NOT_SIGNED_IN, Visitor, Who
from assessments.settings import Settings
from assessments.signing_in import Listener, NotSetUp, auth_section, listener_of, listening_link, sign_in_of
from tests.assessments.signing_in.whole import WHOLE


def test_without_a_provider_nobody_signs_in() -> None:
    assert sign_in_of(Settings()) is None
    assert sign_in_of(replace(WHOLE, signin_provider="")) is None


def test_whole_settings_are_what_streamlit_wants_to_know() -> None:
    sign_in = sign_in_of(WHOLE)
    assert sign_in is not None
    assert sign_in.secure
    assert sign_in.provider_name == "id.example.org"
    told = auth_section(sign_in)
    assert told["redirect_uri"] == "https://pathway.example.org/oauth2callback"
    assert set(told) >= {"client_id", "client_secret", "cookie_secret", "server_metadata_url"}
    assert WHOLE.signin_secret not in repr(sign_in)
    assert WHOLE.signin_cookie_secret not in repr(sign_in)


def test_values_of_the_claim_are_given_a_meaning() -> None:
    sign_in = sign_in_of(replace(WHOLE, signin_roles="cn=crm,ou=x = Acme: North: Viewer ;\n 7f3a = Beta:owner"))
    assert sign_in is not None
    assert sign_in.meanings == {"cn=crm,ou=x": ("Acme: North", Who.VIEWER), "7f3a": ("Beta", Who.OWNER)}


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"signin_client": ""}, "PATHWAY_SIGNIN_CLIENT"),
        ({"signin_secret": ""}, "PATHWAY_SIGNIN_SECRET"),
        ({"signin_cookie_secret": "short"}, "PATHWAY_SIGNIN_COOKIE_SECRET"),
        ({"signin_provider": "id.example.org"}, "PATHWAY_SIGNIN_PROVIDER"),
        ({"signin_provider": "http://id.example.org/.well-known/openid-configuration"}, "PATHWAY_SIGNIN_PROVIDER"),
        ({"signin_provider": "https://["}, "PATHWAY_SIGNIN_PROVIDER"),
        ({"address": ""}, "PATHWAY_ADDRESS"),
        ({"address": "http://10.0.0.7"}, "PATHWAY_ADDRESS"),
        ({"address": "https://pathway.example.org/app"}, "PATHWAY_ADDRESS"),
        ({"signin_scope": "profile"}, "PATHWAY_SIGNIN_SCOPE"),
        ({"signin_hours": "0"}, "PATHWAY_SIGNIN_HOURS"),
        ({"signin_hours": "a day"}, "PATHWAY_SIGNIN_HOURS"),
        ({"signin_roles": "crm = Acme: boss"}, "PATHWAY_SIGNIN_ROLES"),
        ({"signin_roles": "crm"}, "PATHWAY_SIGNIN_ROLES"),
        ({"signin_roles": "= Acme: viewer"}, "PATHWAY_SIGNIN_ROLES"),
        ({"signin_roles": "crm = : viewer"}, "PATHWAY_SIGNIN_ROLES"),
    ],
)
def test_what_is_wrong_is_named_with_the_setting(wrong: dict[str, str], name: str) -> None:
    with pytest.raises(NotSetUp, match=name) as refused:
        sign_in_of(replace(WHOLE, **wrong))
    assert str(refused.value).count("\n") == 1


def test_everything_wrong_is_said_at_once_and_no_secret() -> None:
    with pytest.raises(NotSetUp) as refused:
        sign_in_of(replace(WHOLE, address="", signin_hours="", signin_cookie_secret="hush"))
    assert str(refused.value).count("\n- ") == 3
    assert "hush" not in str(refused.value)


def test_this_machine_may_be_tried_without_https() -> None:
    sign_in = sign_in_of(replace(WHOLE, address="http://localhost:8501/", signin_provider="http://127.0.0.1:9400/x"))
    assert sign_in is not None
    assert sign_in.address == "http://localhost:8501"
    assert not sign_in.secure


def test_a_page_vouches_for_the_member_it_was_shown_to_for_as_long_as_they_are_signed_in() -> None:
    sign_in, until = sign_in_of(WHOLE), datetime(2026, 11, 22, 12, tzinfo=UTC)
    ada = Visitor(Who.NEWCOMER, person="ada", sign_in="f" * 64, until=until)
    link = listening_link(sign_in, "token", ada)
    assert listener_of(sign_in, link) == Listener("token", "f" * 64, until)
    assert listener_of(sign_in, link).vouched
    others = (f"other.{link.partition('.')[2]}", link.replace(str(int(until.timestamp())), "9999999999"), link[:-1])
    assert [listener_of(sign_in, one) for one in others] == [Listener("other"), Listener("token"), Listener("token")]
    assert listener_of(sign_in_of(replace(WHOLE, signin_cookie_secret="y" * 32)), link) == Listener("token")


def test_who_has_not_signed_in_listens_with_the_link_alone() -> None:
    sign_in = sign_in_of(WHOLE)
    assert listening_link(sign_in, "token", NOT_SIGNED_IN) == "token"
    assert listening_link(None, "token", NOBODY_SIGNS_IN) == "token"
    assert listener_of(sign_in, "token") == listener_of(None, "token") == Listener("token")
    assert listener_of(None, "\ud800.x") == Listener("\ud800.x")
    assert not listener_of(sign_in, "\ud800.x.y.z").vouched
