"""The style sheet comes once, with the frame of every page, and a browser may keep it."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from assessments.hosting import Styled, StyleSheet
from assessments.pages.parts import look
from tests.assessments.hosting.asking import Answer
from tests.coroutines import run

FRAME = "<html><head></head><body><div id=root></div></body></html>"


async def page(request: Request) -> Response:
    """Answer as the product does: with an unpacked frame that browsers may ask about again, or with some data."""
    if request.headers.get("if-none-match"):
        return Response(status_code=304)
    return HTMLResponse(FRAME, headers={"etag": '"old"'})


def asked(path: str, **headers: str) -> Answer:
    """Return what a product with a style sheet answers."""
    sheet = StyleSheet("p { color: var(--ink) }")
    inner = Starlette(routes=[sheet.route, Route("/data", PlainTextResponse("</body>")), Route("/result", page)])
    app = Styled(inner, sheet.link)
    got: list[dict[str, object]] = []

    async def send(message: object) -> None:
        got.append(message)  # type: ignore[arg-type]

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": named}
    run(app(scope, receive, send))  # type: ignore[arg-type]
    first, *rest = got
    told = {name.decode(): value.decode() for name, value in first["headers"]}  # type: ignore[attr-defined]
    return Answer(first["status"], told, b"".join(one["body"] for one in rest).decode())  # type: ignore[misc, arg-type]


def test_a_page_is_never_sent_without_its_style_sheet() -> None:
    for known in ({}, {"if_none_match": '"old"'}):
        answer = asked("/result", accept="text/html,*/*", **known)
        assert answer.status == 200
        assert answer.text.count('<link rel="stylesheet"') == 1
        assert answer.text.endswith("</body></html>")
        assert answer.headers["content-length"] == str(len(answer.text))
        assert "etag" not in answer.headers


def test_a_browser_keeps_the_style_sheet() -> None:
    address = asked("/result", accept="text/html").text.partition('href=".')[2].partition('"')[0]
    answer = asked(address, accept="text/css")
    assert answer.text == "p { color: var(--ink) }"
    assert answer.headers["content-type"].startswith("text/css")
    assert "immutable" in answer.headers["cache-control"]


def test_everything_else_passes_as_it_is() -> None:
    assert asked("/data", accept="text/html").text == "</body>"
    assert asked("/result", accept="*/*").text == FRAME
    assert asked("/result", accept="*/*", if_none_match='"old"').status == 304


def test_what_a_style_sheet_holds_is_in_its_address() -> None:
    assert StyleSheet("a").link != StyleSheet("b").link
    assert StyleSheet("a").link == StyleSheet("a").link
    assert "prefers-color-scheme: dark" in look.style_sheet()
    assert "--firm-soft" in look.style_sheet()
