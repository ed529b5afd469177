"""The product as a web server runs it: the pages, the live wire of workshops, and what stands around both."""

import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

import streamlit as st
from anyio import to_thread
from starlette.middleware import Middleware

from assessments import settings, signing_in, working
from assessments.answering import wait_for_writes, writes_under_way
from assessments.hosting import (
    Bounded,
    Counted,
    Framed,
    FrameFile,
    Health,
    KnownHosts,
    Returning,
    SafeHeaders,
    SecureCookies,
    content_policy,
    metrics_route,
    names_in,
    write_log,
)
from assessments.live import LiveWire
from assessments.live.workshops import open_workshops
from assessments.pages import parts
from assessments.pages.parts import look, reach, scripts
from assessments.rights.surfaces import PAGES

WRITES_SECONDS = 15.0  # longer than one waits for another

log = logging.getLogger("assessments.server")
chosen = settings.read()
try:
    sign_in = signing_in.sign_in_of(chosen)
except signing_in.NotSetUp as reason:
    raise SystemExit(str(reason)) from None
frame = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
policy = content_policy((frame, *map(scripts.call, scripts.CALLS)))
files = [FrameFile(look.style_sheet(), "css"), FrameFile(scripts.script_file(), "js")]
wire = LiveWire(open_workshops)
health = Health(wire.check, lambda: wire.ending)
routes = [
    *wire.routes,
    *health.routes,
    *(file.route for file in files),
    metrics_route(lambda: wire.screens, writes_under_way),
]


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Run the live wire, and end only between two writes: what is on its way into the database gets there."""
    write_log(as_json=chosen.log == "json")
    log.info("The server has started.")
    if sign_in is not None:
        log.info("Members of organisations sign in at %s.", sign_in.provider_name)
    elif not reach.only_this_machine(st.get_option("server.address"), chosen.hosts):
        log.warning(
            "Nobody signs in: whoever reaches this server can prepare workshops and begin drafts of their own. "
            "What exists is open to those who have its links alone; see docs/security.md."
        )
    with working.workers_beside(chosen.database) if chosen.work == "here" else nullcontext():
        async with wire.lifespan(app) as state:
            parts.import_all()
            gc.freeze()  # what is here stays: see docs/decisions/0002
            yield state
    log.info("The server ends; writes under way: %d.", writes_under_way())
    await to_thread.run_sync(wait_for_writes, WRITES_SECONDS)


app = st.App(
    "app.py",
    routes=routes,
    lifespan=lifespan,
    secrets={"auth": signing_in.auth_section(sign_in)} if sign_in else None,
    middleware=[
        Middleware(Counted),
        *([Middleware(SecureCookies)] if sign_in and sign_in.secure else []),
        *([Middleware(Returning, pages=PAGES)] if sign_in else []),
        Middleware(SafeHeaders, policy=policy),
        Middleware(KnownHosts, names=names_in(chosen.hosts)),
        Middleware(Bounded),
        Middleware(Framed, files=files),
    ],
)
