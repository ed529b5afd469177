"""The product as a web server runs it: the pages, and beside them the live wire of workshops."""

import streamlit as st

from assessments.live import LiveWire
from assessments.live.workshops import open_workshops

wire = LiveWire(open_workshops)
app = st.App("app.py", routes=wire.routes, lifespan=wire.lifespan)
