"""A form over a file: every field shows what the text says and writes its change into the text, which is then saved.

What was filled in stays until it is saved or given up, whichever form is looked at meanwhile. A form starts from the
text that was stored when its first field was changed; when somebody else has saved that file by then, both texts are
put together, and only what clashes is asked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

import streamlit as st

from assessments import editing
from assessments.answering import NotAccepted, Unavailable
from assessments.editing import Conflict, Draft, Found, SavedFile, Slot
from assessments.languages import marked, say
from assessments.pages.drafting.conflict import show_conflict
from assessments.pages.drafting.workspace import run_again, token
from assessments.pages.parts.desk import desk
from assessments.pages.parts.pieces import alert, paragraph, show
from assessments.pages.parts.saving import draw, on_their_clock
from assessments.wording.editions import said_by_base

_MEMORY, _SAID = "forms", "form-said"
THEN = marked("What you choose is saved at once; every earlier text stays in the history of the file.")


@dataclass(slots=True)
class Filled:
    """What one browser session has filled into one form, and what it started from."""

    text: str
    revision: int
    times: int = 0  # it was saved or given up
    values: dict[str, Any] = field(default_factory=dict)
    told: dict[str, list[Any]] = field(default_factory=dict)  # by ``fill``, from what the browser is known to hold on
    conflict: Conflict | None = None


class Form:
    """One form over one file of a draft; the fields put on the page one after the other change its ``text``."""

    def __init__(self, draft: Draft, file: str, about: str) -> None:
        """Begin a form; ``about`` names what it changes, such as the id of a question."""
        self.draft, self.file, self.about = draft, file, about
        held: dict[tuple[str, str, str], Filled] = st.session_state.setdefault(_MEMORY, {})
        stored = draft.files.get(file)
        text, revision = (stored.text, stored.revision) if stored else ("", 0)
        filled = held.setdefault((draft.id, file, about), Filled(text, revision))
        if not filled.values and filled.conflict is None:
            filled.text, filled.revision = text, revision
        self._filled = filled
        self.text = filled.text
        self.refused: list[str] = []

    @property
    def changed(self) -> bool:
        """Whether the form says something else than the text it started from."""
        return self.text != self._filled.text

    @property
    def files(self) -> dict[str, str]:
        """The draft's files as they would be."""
        return self._with(self.text)

    @property
    def started_from(self) -> dict[str, str]:
        """The draft's files with the text the form started from."""
        return self._with(self._filled.text)

    def _with(self, text: str) -> dict[str, str]:
        return {name: said for name, said in {**self.draft.texts, self.file: text}.items() if said or name != self.file}

    def written(self, slot: Slot, otherwise: Any) -> Any:
        """Return what the text it started from says in a slot, or ``otherwise`` where it says nothing there."""
        own, says_so = editing.said_at(self._filled.text, slot.way)
        return own if says_so else otherwise

    def field(self, found: Found, key: str, show_widget: partial[Any], *, blank: Any = None) -> None:
        """Put a field on the page for one key of an entry; ``blank`` is what it shows where that says nothing.

        An edition shows what its base says until it says something else.
        """
        entry, name = editing.slot_of(self.draft.texts, found), f"{found.id}-{key}"
        slot = entry.at(key)
        written = self.written(slot, getattr(found.entry, key))
        was = blank if written is None else written
        said = self.ask(name, was, show_widget)
        if said != was:
            self.put(slot, None if said == blank else said)
        if entry.below is not None:
            base = blank if slot.below is None else slot.below
            self.offer_base(name, said, base, said_by_base(base, show_widget.keywords.get("format_func")))

    def show_added(self, found: Found) -> None:
        """Say of an entry that an edition adds that its base has no such entry."""
        slot = editing.slot_of(self.draft.texts, found)
        if slot.layered and slot.below is None:
            show(paragraph(say("Added by this edition."), "own"))

    def put(self, slot: Slot, value: Any) -> None:
        """Write what is said in a slot, None for nothing."""
        self.write(lambda text: editing.put(text, slot, value))

    def offer_base(self, name: str, said: Any, base: Any, sentence: str) -> None:
        """Say under a field of an edition what its base says, where that is something else, with the way back."""
        if said == base:
            return
        with st.container(key=f"own-{name}", horizontal=True, vertical_alignment="center"):
            show(paragraph(sentence, "own"))
            key = f"back-{self.key(name)}"
            st.button(say("Back to the base"), key=key, type="tertiary", on_click=self.move, args=(name, base))

    def ask(self, name: str, stored: Any, show_widget: partial[Any]) -> Any:
        """Put a widget on the page that shows ``stored`` until something else is filled in; return what it says."""
        key = self.key(name)
        shown = self._filled.values.get(name, stored)
        if key not in st.session_state:
            st.session_state[key] = shown
        said, was = _plain(draw(show_widget, key, shown)), _plain(stored)
        if said == was:
            self._filled.values.pop(name, None)
            return stored
        self._filled.values[name] = said
        return said

    def key(self, name: str) -> str:
        """Return the key of a field's widget; another one after every save, so that it shows what was saved."""
        return f"form-{self.draft.id}-{self.file}-{self.about}-{self._filled.revision}-{self._filled.times}-{name}"

    def fill(self, values: Mapping[str, Any]) -> None:
        """Fill several fields in at once, by their names; before they are put on the page."""
        self._filled.values.update(values)  # at once: a run can be cut short at its next use of the session
        for name, value in values.items():
            told = self._filled.told.setdefault(name, [])
            if told != [value]:
                told.append(value)
                st.session_state[self.key(name)] = value

    def move(self, name: str, value: Any) -> None:
        """Let a field hold ``value`` as if somebody had moved it there; before it is put on the page."""
        st.session_state[self.key(name)] = value

    def moved(self, name: str, now: Any) -> Any:
        """Return where somebody moved a field that ``fill`` fills; None where nobody did since it was told something.

        The browser can be behind: what it was told in a run that the next one overtook, it holds only later.
        """
        told = self._filled.told.setdefault(name, [now])
        held = st.session_state.get(self.key(name), now)
        if held in told:
            del told[: told.index(held)]
            return None
        told[:] = [held]
        return held

    def filled(self, name: str, stored: Any) -> Any:
        """Return what was filled into a field, else what is stored."""
        return self._filled.values.get(name, stored)

    def write(self, change: Callable[[str], str]) -> None:
        """Change the text; what cannot be written is said beside the button."""
        try:
            self.text = change(self.text)
        except NotAccepted as refused:
            self.refused.append(str(refused))

    def show_save(self, label: str = "") -> None:
        """Show the button that saves, what became of it, and what clashes with somebody else's text."""
        show_conflict(self._filled.conflict, self._settle, say(THEN))
        with st.container(key="form-ways", horizontal=True):
            if st.button(label or say("Save"), type="primary", key="form-save") and self.changed and not self.refused:
                self._save()
            if self._filled.values and st.button(say("Give up these changes"), key="form-drop"):
                self._forget("")
        for sentence in self.refused:
            show(alert(sentence))
        show_outcome(say("Not saved yet.") if self.changed else "")

    def _save(self) -> None:
        try:
            saved = self._store(self.text, self._filled.revision)
        except Conflict as conflict:
            self._put_together(conflict)
            return
        except (NotAccepted, Unavailable) as refused:
            show(alert(say("Not saved. {refused}", refused=refused)))
            return
        self._forget(_saved_at(saved.at))

    def _store(self, text: str, revision: int) -> SavedFile:
        """Save a text; a file that says nothing any more leaves the draft."""
        if text:
            return editing.save_file(desk(), token(), self.file, text, revision)
        return editing.remove_file(desk(), token(), self.file, revision)

    def _put_together(self, conflict: Conflict) -> None:
        """Save both people's changes where they fit together; ask where they clash."""
        self._filled.conflict = conflict
        if all(part.kind != "conflict" for part in conflict.parts):
            also = say("{name} saved other places meanwhile; both stand.", name=conflict.by)
            self._settle(editing.put_together(conflict.parts), also)
        run_again()

    def _settle(self, text: str, also: str = "") -> None:
        conflict = self._filled.conflict
        try:
            saved = self._store(text, conflict.revision)
        except Conflict as again:
            self._filled.conflict = again
            run_again()
        self._forget(f"{_saved_at(saved.at)} {also}".strip())

    def _forget(self, said: str) -> None:
        self._filled.values.clear()
        self._filled.told.clear()
        self._filled.times += 1
        self._filled.conflict = None
        st.session_state[_SAID] = said
        run_again()


def say_saved(at: datetime) -> None:
    """Let the page say, once, when something was saved."""
    st.session_state[_SAID] = _saved_at(at)


def show_outcome(otherwise: str) -> None:
    """Say, once, what became of the last wish to save, or what there is to say otherwise."""
    with st.container(key="outcome"):
        show(paragraph(st.session_state.pop(_SAID, otherwise), "outcome"))


def unsaved(draft: Draft) -> Sequence[str]:
    """Return what was filled in and not saved in other forms of a draft."""
    held: dict[tuple[str, str, str], Filled] = st.session_state.get(_MEMORY, {})
    return [about for (id_, _, about), filled in held.items() if id_ == draft.id and filled.values]


def _saved_at(at: datetime) -> str:
    time = f"{on_their_clock(at):%H:%M:%S}"
    return say("Saved at {time}.", time=time)


def _plain(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value
