"""The product as a web server runs it: the pages, and beside them the live wire of workshops."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from assessments import settings
from assessments.hosting import Bounded, KnownHosts, SafeHeaders, content_policy, names_in
from assessments.live import LiveWire
from assessments.live.workshops import open_workshops
from assessments.pages.parts import arrival, timing

chosen = settings.read()
frame = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
arriving = Path(arrival.__file__).with_suffix(".js").read_text(encoding="utf-8")
policy = content_policy((frame, f"<script>\n{arriving}</script>", timing.SCRIPT))
wire = LiveWire(open_workshops)
app = st.App(
    "app.py",
    routes=wire.routes,
    lifespan=wire.lifespan,
    middleware=[
        Middleware(SafeHeaders, policy=policy),
        Middleware(KnownHosts, names=names_in(chosen.hosts)),
        Middleware(Bounded),
    ],
)
