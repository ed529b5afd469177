"""Whoever signs in comes back to where they were, and nowhere else; cookies travel by https alone where they can."""

from urllib.parse import quote

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessments.hosting import Returning, SecureCookies
from tests.assessments.hosting.asking import sent_back

SIGNED_IN = "_streamlit_user=abc; Path=/; HttpOnly"
SIGNED_OUT = '_streamlit_user=""; Max-Age=0; Path=/'
PAGES = ("prepare", "sign_in")


def answering(*cookies: str, location: str = "", status: int = 302) -> ASGIApp:
    """Return a product that answers with these cookies and, if it leads elsewhere, to where."""

    async def product(_scope: Scope, _receive: Receive, send: Send) -> None:
        headers = [(b"set-cookie", cookie.encode()) for cookie in cookies]
        headers += [(b"location", location.encode())] if location else []
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    return product


def headers(app: ASGIApp, path: str, query: str = "", **asked: str) -> list[tuple[str, str]]:
    """Return the headers of what is answered."""

    async def with_query(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "query_string": query.encode()}, receive, send)

    first: Message = sent_back(with_query, path=path, **asked)[0]
    return [(name.decode(), value.decode()) for name, value in first["headers"]]


def remembered(target: str) -> str | None:
    told = headers(Returning(answering(), PAGES), "/sign_in", f"to={quote(target, safe='')}")
    return next((value for name, value in told if name == "set-cookie"), None)


def lead(target: str, *cookies: str, query: str = "state=s&code=c") -> list[tuple[str, str]]:
    app = Returning(answering(*cookies, location="/"), PAGES)
    return headers(app, "/oauth2callback", query, cookie=f"pathway-return={quote(target, safe='')}")


def test_where_somebody_was_is_remembered_for_a_while_and_out_of_reach_of_scripts() -> None:
    cookie = remembered("/prepare?desk=a-b_c")
    assert cookie is not None
    assert cookie.startswith("pathway-return=%2Fprepare%3Fdesk%3Da-b_c; ")
    assert {"HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=900"} <= set(cookie.split("; "))


ELSEWHERE = [
    "",
    "https://evil.example/prepare",
    "//evil.example/prepare",
    "//[evil.example/prepare",
    "/\\evil.example",
    "/prepare\\..",
    "javascript:alert(1)",
    "/auth/logout",
    "/oauth2callback",
    "/media/x",
    "prepare",
    "/prepare\r\nset-cookie: a=b",
    "/prepare?" + "x" * 2000,
]


@pytest.mark.parametrize("target", ELSEWHERE)
def test_no_other_place_is_remembered_or_led_to(target: str) -> None:
    assert remembered(target) is None
    assert ("location", "/") in lead(target, SIGNED_IN)


def test_whoever_comes_back_signed_in_is_led_where_they_were_once() -> None:
    told = lead("/prepare?desk=x", SIGNED_IN)
    assert ("location", "/prepare?desk=x") in told
    assert any(value.startswith("pathway-return=; ") and "Max-Age=0" in value for _, value in told)


@pytest.mark.parametrize("cookies", [(), (SIGNED_OUT,)])
def test_whose_sign_in_failed_is_told_so_and_may_try_again(cookies: tuple[str, ...]) -> None:
    assert ("location", "/sign_in?failed=yes") in lead("/prepare", *cookies)


def test_a_provider_that_does_not_answer_is_told_on_the_page_for_signing_in() -> None:
    first = sent_back(Returning(answering(status=400), PAGES), path="/auth/login")[0]
    assert (first["status"], first["headers"]) == (303, [(b"location", b"/sign_in?failed=yes")])
    sent = headers(Returning(answering(location="https://id.example.org/"), PAGES), "/auth/login")
    assert sent == [("location", "https://id.example.org/")]


def test_whoever_signed_out_is_led_to_the_first_page() -> None:
    assert ("location", "/") in lead("/prepare", SIGNED_OUT, query="")


def test_other_answers_pass_untouched() -> None:
    assert headers(Returning(answering(SIGNED_IN), PAGES), "/prepare", "to=/prepare") == [("set-cookie", SIGNED_IN)]
    assert sent_back(Returning(answering(), PAGES), kind="websocket")[0]["status"] == 302


def test_every_cookie_is_told_to_travel_by_https_once() -> None:
    told = headers(SecureCookies(answering(SIGNED_IN, "a=b; secure", location="/")), "/")
    assert told == [("set-cookie", f"{SIGNED_IN}; Secure"), ("set-cookie", "a=b; secure"), ("location", "/")]
