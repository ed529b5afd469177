"""The style sheet and the scripts come once, with the frame of every page, and a browser may keep them."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from assessments.hosting import Framed, FrameFile
from assessments.pages.parts import look, scripts
from tests.assessments.hosting.asking import Answer
from tests.coroutines import run

FRAME = "<html><head></head><body><div id=root></div></body></html>"


async def page(request: Request) -> Response:
    """Answer as the product does: with an unpacked frame that browsers may ask about again, or with some data."""
    if request.headers.get("if-none-match"):
        return Response(status_code=304)
    return HTMLResponse(FRAME, headers={"etag": '"old"'})


def asked(path: str, **headers: str) -> Answer:
    """Return what a product with a style sheet and a script answers."""
    files = [FrameFile("p { color: var(--ink) }", "css"), FrameFile("pathway = {}", "js")]
    inner = Starlette(
        routes=[*(file.route for file in files), Route("/data", PlainTextResponse("</body>")), Route("/result", page)]
    )
    app = Framed(inner, files)
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


def test_a_page_is_never_sent_without_its_style_sheet_and_scripts() -> None:
    for known in ({}, {"if_none_match": '"old"'}):
        answer = asked("/result", accept="text/html,*/*", **known)
        assert answer.status == 200
        assert answer.text.count('<link rel="stylesheet"') == answer.text.count("<script src=") == 1
        assert answer.text.endswith("</body></html>")
        assert answer.headers["content-length"] == str(len(answer.text))
        assert "etag" not in answer.headers


@pytest.mark.parametrize(
    ("link", "text", "kind"),
    [
        ('<link rel="stylesheet" href=".', "p { color: var(--ink) }", "text/css"),
        ('<script src=".', "pathway = {}", "text/javascript"),
    ],
)
def test_a_browser_keeps_them(link: str, text: str, kind: str) -> None:
    address = asked("/result", accept="text/html").text.partition(link)[2].partition('"')[0]
    answer = asked(address, accept="*/*")
    assert answer.text == text
    assert answer.headers["content-type"].startswith(kind)
    assert "immutable" in answer.headers["cache-control"]


def test_everything_else_passes_as_it_is() -> None:
    assert asked("/data", accept="text/html").text == "</body>"
    assert asked("/result", accept="*/*").text == FRAME
    assert asked("/result", accept="*/*", if_none_match='"old"').status == 304


def test_what_a_file_holds_is_in_its_address() -> None:
    assert FrameFile("a", "css").link != FrameFile("b", "css").link
    assert FrameFile("a", "css").link == FrameFile("a", "css").link
    assert "prefers-color-scheme: dark" in look.style_sheet()
    assert "--firm-soft" in look.style_sheet()


def test_every_call_of_a_page_is_in_the_scripts() -> None:
    for name in scripts.CALLS:
        assert f"pathway.{name} = () =>" in scripts.script_file()
        assert scripts.call(name) == f"<script>pathway.{name}()</script>"
