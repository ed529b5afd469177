"""The language of whoever looks at the page: chosen by them, else their browser's; and the switch to the others."""

from pathlib import Path
from urllib.parse import urlencode, urlsplit

import streamlit as st
from markupsafe import Markup
from streamlit.navigation.page import StreamlitPage
from streamlit.runtime.scriptrunner import get_script_run_ctx

from assessments.languages import ENGLISH, LANGUAGES, known, language, say, speak, speaking, unless_spoken
from assessments.pages.parts.pieces import joined, show

CHOSEN, REMEMBERED = "lang", "pathway-language"  # in an address, in a cookie
READS, SPOKEN = "reads", "spoken"  # in the session: by the person, by the page
IN_ENGLISH = ("studio", "version", "draft")  # the studio, whose files, problems and laws are in English, too

_SCRIPT = Markup("<script>\n{}</script>").format(
    Markup(Path(__file__).with_name("language.js").read_text(encoding="utf-8"))
)


def speak_to_reader(page: StreamlitPage) -> None:
    """Speak the reader's language in this run of the page, and in what its buttons do before the next one."""
    reads = st.session_state[READS] = _of_reader()
    spoken = st.session_state[SPOKEN] = ENGLISH if page.url_path.partition("_")[0] in IN_ENGLISH else reads
    unless_spoken(_spoken_here)
    speak(spoken)


def _spoken_here() -> str:
    """Return what the page spoke last, in a thread of its session; whatever else runs here speaks English."""
    return ENGLISH if get_script_run_ctx() is None else st.session_state.get(SPOKEN, ENGLISH)


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
    st.html(list_ + _SCRIPT, unsafe_allow_javascript=True)


def say_where_there_is_english_only() -> None:
    """Tell those who read another language that this page does not speak it."""
    reads = st.session_state[READS]
    if reads != language():
        with speaking(reads):
            sentence = say("These pages are in English only.")
        show(Markup('<p class="muted" lang="{}">{}</p>').format(reads, sentence))


def _language(code: str, name: str) -> Markup:
    if code == st.session_state[READS]:
        return Markup('<span lang="{}" aria-current="true">{}</span>').format(code, name)
    return Markup('<a href="{}" lang="{}" hreflang="{}">{}</a>').format(_here_in(code), code, code, name)


def _here_in(code: str) -> str:
    """Return the address of this page in another language."""
    asked = {**st.query_params.to_dict(), CHOSEN: code}
    return f"{urlsplit(st.context.url or '').path}?{urlencode(asked)}"
