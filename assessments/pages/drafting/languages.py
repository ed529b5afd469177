"""The form of translations: what a language lacks, each text beside its original, written one at a time."""

from collections import Counter
from functools import partial

import streamlit as st

from assessments import editing
from assessments.answering import NotAccepted
from assessments.editing import Draft, Missing, Spoken
from assessments.pages.drafting.form import Form
from assessments.pages.drafting.workspace import look_at, show_place
from assessments.pages.parts.pieces import alert, paragraph, show
from assessments.wording import studio as words

ANOTHER = "another language"


def show_languages(draft: Draft) -> None:
    """Show the choice of a language, what it lacks, and the form of one text."""
    questionnaire = look_at(draft.texts).questionnaire
    if questionnaire is None:
        show(paragraph("Languages can be written once the draft has no problems."))
        return
    known = questionnaire.languages[1:]
    chosen = st.selectbox("Language", [*known, ANOTHER], key="form-language")
    if chosen == ANOTHER:
        chosen = st.text_input("Its two letters, such as fr", max_chars=2, key="form-language-code").strip()
    if chosen:
        _show_language(draft, chosen)


def _show_language(draft: Draft, language: str) -> None:
    try:
        spoken = editing.spoken(draft.texts, language)
    except NotAccepted as refused:
        show(alert(str(refused)))
        return
    if spoken is None:
        return
    show(paragraph(words.missing_line(len(spoken.missing), spoken.texts)))
    if spoken.missing:
        _show_files(spoken)
        _translate(draft, spoken)


def _show_files(spoken: Spoken) -> None:
    counts = Counter(one.file for one in spoken.missing)
    show(paragraph(", ".join(f"{count} in {file}" for file, count in counts.items()) + ".", "muted"))


def _translate(draft: Draft, spoken: Spoken) -> None:
    """Show the choice of a text, its original, and the fields for its translation."""
    missing = {".".join(one.address): one for one in spoken.missing}
    label = partial(_label, missing)
    chosen = st.selectbox("Text", list(missing), format_func=label, key=f"form-untranslated-{spoken.language}")
    one = missing[chosen]
    form = Form(draft, editing.language_file(one.language, one.file), chosen)
    lines = (one.original,) if isinstance(one.original, str) else one.original
    show_place(one.at.path, one.at.line, f"The original stands in {one.at.path}, line {one.at.line}")
    said = [_ask(form, number, line, len(lines)) for number, line in enumerate(lines)]
    if all(said):
        written = said[0] if isinstance(one.original, str) else tuple(said)
        form.write(lambda text: editing.translate(text, one, written))
    form.show_save()


def _ask(form: Form, number: int, original: str, count: int) -> str:
    """Show a line of the original with the field for its translation below it."""
    show(paragraph(original, "original"))
    said: str = form.ask(f"line-{number}", "", partial(_field, number, count))
    return said


def _field(number: int, count: int, key: str) -> str:
    label = "Translation" if count == 1 else f"Translation of line {number + 1}"
    return st.text_area(label, max_chars=2000, height=100 if count == 1 else 68, key=key)


def _label(missing: dict[str, Missing], address: str) -> str:
    one = missing[address]
    first = one.original if isinstance(one.original, str) else one.original[0]
    return words.text_label(one.file, address.split("."), first)
