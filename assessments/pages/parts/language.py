"""The language of whoever looks at the page: chosen by them, else their browser's; and the switch to the others."""

from pathlib import Path
from urllib.parse import urlencode, urlsplit

import streamlit as st
from markupsafe import Markup

from assessments.languages import ENGLISH, LANGUAGES, known, language, speak, unless_spoken
from assessments.pages.parts.pieces import joined

CHOSEN, REMEMBERED = "lang", "pathway-language"  # in an address, in a cookie

_SCRIPT = Markup("<script>\n{}</script>").format(
    Markup(Path(__file__).with_name("language.js").read_text(encoding="utf-8"))
)


def speak_to_reader() -> None:
    """Speak the reader's language in this run of the page, and in what its buttons do before the next one."""
    unless_spoken(_of_reader)
    speak(_of_reader())


def _of_reader() -> str:
    """Return what the reader chose in the address, then in this session, then on this device, else what they read."""
    if chosen := known(st.query_params.get(CHOSEN)):
        st.session_state[CHOSEN] = chosen
    wishes = (st.session_state.get(CHOSEN), st.context.cookies.get(REMEMBERED), st.context.locale)
    return next(filter(None, map(known, wishes)), ENGLISH)


def offer_languages() -> None:
    """Show the languages with the one of now marked, and tell the document in which it is read."""
    each = joined(Markup("<li>{}</li>").format(_language(code, name)) for code, name in LANGUAGES.items())
    chosen = "yes" if known(st.query_params.get(CHOSEN)) else ""
    list_ = Markup('<ul class="languages" data-lang="{}" data-chosen="{}">{}</ul>').format(language(), chosen, each)
    st.html(list_ + _SCRIPT, unsafe_allow_javascript=True)


def _language(code: str, name: str) -> Markup:
    if code == language():
        return Markup('<span lang="{}" aria-current="true">{}</span>').format(code, name)
    return Markup('<a href="{}" lang="{}" hreflang="{}">{}</a>').format(_here_in(code), code, code, name)


def _here_in(code: str) -> str:
    """Return the address of this page in another language."""
    asked = {**st.query_params.to_dict(), CHOSEN: code}
    return f"{urlsplit(st.context.url or '').path}?{urlencode(asked)}"
