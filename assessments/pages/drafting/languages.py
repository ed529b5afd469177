"""The form of translations: what a language lacks or has of old, each text beside its original, one at a time."""

from collections import Counter
from functools import partial
from typing import Any

import streamlit as st

from assessments import editing
from assessments.answering import NotAccepted
from assessments.editing import Draft, Missing, Old, Spoken
from assessments.languages import number, say
from assessments.pages.drafting.form import Form
from assessments.pages.drafting.workspace import look_at, origin_of, show_place
from assessments.pages.parts.pieces import alert, paragraph, show
from assessments.wording import studio as words
from scoring.model import Words

ANOTHER = "another"


def show_languages(draft: Draft) -> None:
    """Show the choice of a language, what it lacks, and the form of one text."""
    questionnaire = look_at(draft.texts).questionnaire
    if questionnaire is None:
        show(paragraph(say("Languages can be written once the draft has no problems.")))
        return
    known = questionnaire.languages[1:]
    labels = {language: language for language in known} | {ANOTHER: say("another language")}
    chosen = st.selectbox(say("Language"), list(labels), format_func=labels.get, key="form-language")
    if chosen == ANOTHER:
        chosen = st.text_input(say("Its two letters, such as fr"), max_chars=2, key="form-language-code").strip()
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
    show(paragraph(words.missing_line(len(spoken.missing), spoken.texts)), paragraph(words.old_line(len(spoken.old))))
    if spoken.missing:
        _show_files(spoken)
    if spoken.missing or spoken.old:
        _choose(draft, spoken)


def _show_files(spoken: Spoken) -> None:
    counts = Counter(one.file for one in spoken.missing)
    each = (say("{count} in {file}", count=number(count), file=file) for file, count in counts.items())
    show(paragraph(f"{', '.join(each)}.", "muted"))


def _choose(draft: Draft, spoken: Spoken) -> None:
    """Show the choice of a text, those whose original was reworded first, and its form."""
    texts = {".".join(one.address): one for one in (*spoken.old, *spoken.missing)}
    labels = {address: _label(one, address) for address, one in texts.items()}
    chosen = st.selectbox(say("Text"), list(labels), format_func=labels.get, key=f"form-untranslated-{spoken.language}")
    one = texts[chosen]
    if isinstance(one, Old):
        _look_again(draft, one, chosen)
    else:
        _translate(draft, one, chosen)


def _translate(draft: Draft, one: Missing, about: str) -> None:
    """Show a text's original, and the fields for its translation."""
    form = Form(draft, editing.language_file(one.language, one.file), about)
    show_place(one.at.path, one.at.line, say("The original stands in {place}", place=words.line_name(*one.at)))
    lines = _lines(one.original)
    said = [_ask(form, place, line, "", len(lines)) for place, line in enumerate(lines)]
    if all(said):
        form.write(lambda text: editing.translate(text, one, _as(one.original, said)))
    form.show_save()


def _look_again(draft: Draft, old: Old, about: str) -> None:
    """Show a translation beside the original that was reworded since, to be reworded too or left as it is."""
    before = _lines(editing.said_before(origin_of(draft), old) or old.original)
    form = Form(draft, old.file.name, about)
    said = []
    for place, (now, translation) in enumerate(zip(_lines(old.original), _lines(old.translation), strict=True)):
        was = before[place] if place < len(before) else now
        reworded = say("When this was translated, it said: {original}", original=was)
        show(paragraph(reworded if was != now else "", "muted"))
        said.append(_ask(form, place, now, translation, len(_lines(old.original))))
    if st.checkbox(say("The translation is still right as it stands"), key=f"still-right-{old.file.language}-{about}"):
        name, record = editing.still_right(draft.texts, old)
        form = Form(draft, name, about)
        form.write(lambda _: record)
    elif all(said) and _as(old.original, said) != old.translation:
        form.write(lambda text: editing.translate_anew(text, old, _as(old.original, said)))
    form.show_save()


def _ask(form: Form, place: int, original: str, translation: str, count: int) -> str:
    """Show a line of the original with the field for its translation below it."""
    show(paragraph(original, "original"))
    said: str = form.ask(f"line-{place}", translation, partial(_field, place, count))
    return said


def _field(place: int, count: int, **about: Any) -> str:
    label = say("Translation") if count == 1 else say("Translation of line {number}", number=place + 1)
    return st.text_area(label, max_chars=2000, height=100 if count == 1 else 68, **about)


def _lines(text: Words) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text


def _as(original: Words, lines: list[str]) -> Words:
    """Return lines in the form of the original: one text, or one for each line."""
    return lines[0] if isinstance(original, str) else tuple(lines)


def _label(one: Missing | Old, address: str) -> str:
    file = one.file.translates if isinstance(one, Old) else one.file
    label = words.text_label(file, address.split("."), _lines(one.original)[0])
    return say("Old: {text}", text=label) if isinstance(one, Old) else label
