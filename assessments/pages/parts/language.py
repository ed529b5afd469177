"""The language of whoever looks at the page: chosen by them, else their browser's; and the switch to the others."""

from urllib.parse import urlencode, urlsplit

import streamlit as st
from markupsafe import Markup
from streamlit.runtime.scriptrunner import get_script_run_ctx

from assessments.languages import ENGLISH, LANGUAGES, known, language, speak, unless_spoken
from assessments.pages.parts import scripts
from assessments.pages.parts.pieces import joined

CHOSEN, REMEMBERED = "lang", "pathway-language"  # in an address, in a cookie
MOST_SESSIONS = 20_000

_spoken_in: dict[str, str] = {}  # by session, the latest last


def speak_to_reader() -> None:
    """Speak the reader's language in this run of the page, and in what its buttons do before the next one."""
    spoken = _of_reader()
    _remember(spoken)
    unless_spoken(_spoken_here)
    speak(spoken)


def _remember(spoken: str) -> None:
    """Remember what a session's page speaks; outside the session's own memory, see below."""
    context = get_script_run_ctx()
    if context is not None:
        _spoken_in.pop(context.session_id, None)
        _spoken_in[context.session_id] = spoken
        while len(_spoken_in) > MOST_SESSIONS:
            del _spoken_in[next(iter(_spoken_in))]


def _spoken_here() -> str:
    """Return what the page spoke last, in a thread of its session; whatever else runs here speaks English.

    This is asked in the middle of storing an answer. Streamlit may end a run wherever that looks into the session's
    memory, and must not do so here: the answer would be undone.
    """
    context = get_script_run_ctx()
    return ENGLISH if context is None else _spoken_in.get(context.session_id, ENGLISH)


def _of_reader() -> str:
    """Return what the reader chose in the address, then in this session, then on this device, else what they read."""
    if chosen := known(st.query_params.get(CHOSEN)):
        st.session_state[CHOSEN] = chosen
    wishes = (st.session_state.get(CHOSEN), st.context.cookies.get(REMEMBERED), st.context.locale)
    return next(filter(None, map(known, wishes)), ENGLISH)


def offer_languages() -> None:
    """Show the languages with the reader's one marked, and tell the document in which it is written."""
    each = joined(Markup("<li>{}</li>").format(_language(code, name)) for code, name in LANGUAGES.items())
    chosen = known(st.query_params.get(CHOSEN)) or ""
    list_ = Markup('<ul class="languages" data-lang="{}" data-chosen="{}">{}</ul>').format(language(), chosen, each)
    st.html(list_ + scripts.call("speak"), unsafe_allow_javascript=True)


def _language(code: str, name: str) -> Markup:
    if code == language():
        return Markup('<span lang="{}" aria-current="true">{}</span>').format(code, name)
    return Markup('<a href="{}" lang="{}" hreflang="{}">{}</a>').format(_here_in(code), code, code, name)


def _here_in(code: str) -> str:
    """Return the address of this page in another language."""
    asked = {**st.query_params.to_dict(), CHOSEN: code}
    return f"{urlsplit(st.context.url or '').path}?{urlencode(asked)}"
