"""The text editor of the studio as a component of the page; its source and licences stand beside it.

Streamlit finds the files of a component in packages that were installed. Pathway is run from its folder, so the
folder is made known by hand, once a process; see docs/decisions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

HERE = Path(__file__).parent
NAME = "pathway.editor"


@dataclass(frozen=True, slots=True)
class Typed:
    """What the browser holds: the text, the saved revision it started from, the cursor's line, and a wish to save.

    ``seq`` counts the changes in one editor on one page (``mount``); ``save`` is the number of a wish to save that was
    not answered yet, 0 when there is none.
    """

    mount: str
    seq: int
    text: str
    revision: int
    line: int
    save: int


def show_editor(key: str, data: Mapping[str, Any]) -> None:
    """Put the editor on the page; what it is told is described in source/editor.js."""
    _component()(key=key, data=dict(data), on_typed_change=_nothing)


def typed_in(key: str) -> Typed | None:
    """Return what the browser last said it holds; None before anything was typed, or for a message out of shape."""
    held = (st.session_state.get(key) or {}).get("typed")
    if not isinstance(held, Mapping):
        return None
    texts = [held.get(name) for name in ("mount", "text")]
    numbers = [held.get(name) for name in ("seq", "revision", "line", "save")]
    if not all(isinstance(text, str) for text in texts) or not all(isinstance(number, int) for number in numbers):
        return None
    seq, revision, line, save = numbers
    return Typed(texts[0], seq, texts[1], revision, line, save)


def _nothing() -> None:
    """Let Streamlit know that what was typed is a state; the page reads it in its next run."""


def _component() -> Any:
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(NAME) is None:
        project, name = NAME.split(".")
        manager.register_from_manifest(ComponentManifest(project, "1", [ComponentConfig(name, "built")]), HERE)
    return st.components.v2.component(NAME, js="editor.js", isolate_styles=False)
