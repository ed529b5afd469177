"""The text of a file: what the browser holds is checked while it is typed, saved when asked, and never overwritten."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import streamlit as st

from assessments import editing
from assessments.answering import NotAccepted, Unavailable
from assessments.editing import Conflict, Draft, Finding, Looked
from assessments.languages import say
from assessments.pages.drafting.workspace import LINE, run_again, token
from assessments.pages.editor import Typed, show_editor, typed_in
from assessments.pages.parts.desk import desk
from assessments.pages.parts.saving import on_their_clock
from assessments.wording.editor import HELP, PHRASES, WORDS, explained, spoken

_MEMORY = "writing"


@dataclass(slots=True)
class Memory:
    """What one browser session knows about a file: what became of the last save, a conflict, the last command."""

    unsaved: bool = False
    outcome: dict[str, Any] = field(default_factory=dict)
    conflict: Conflict | None = None
    commands: list[dict[str, Any]] = field(default_factory=list)


def memory_of(draft: Draft, name: str) -> Memory:
    """Return what this browser session knows about a file."""
    return st.session_state.setdefault(_MEMORY, {}).setdefault((draft.id, name), Memory())


def key_of(draft: Draft, name: str) -> str:
    """Return under what key the editor of a file stands on the page."""
    return f"text-{draft.id}-{name}"


def settle(draft: Draft, name: str) -> Typed | None:
    """Save what was typed if that was asked for and has not been done; return what the browser holds."""
    typed, memory = typed_in(key_of(draft, name)), memory_of(draft, name)
    if typed is None or not typed.save:
        return typed
    answered = memory.outcome.get("save", 0) if memory.outcome.get("mount") == typed.mount else 0
    if typed.save > answered:
        memory.outcome = {"mount": typed.mount, "save": typed.save, **_save(memory, name, typed)}
    return typed


def _save(memory: Memory, name: str, typed: Typed) -> dict[str, Any]:
    try:
        key = f"{typed.mount}-{typed.seq}"
        saved = editing.save_file(desk(), token(), name, typed.text, typed.revision, key=key)
    except Conflict as conflict:
        memory.conflict = conflict
        return {"refused": say("Not saved yet. {refused}", refused=conflict)}
    except NotAccepted as refused:
        return {"refused": say("Not saved. {refused}", refused=refused)}
    except Unavailable as unavailable:
        return {"refused": say("Not saved. {unavailable} Please try again in a moment.", unavailable=unavailable)}
    memory.conflict = None
    time = f"{on_their_clock(saved.at):%H:%M:%S}"
    return {"revision": saved.revision, "saved": say("Saved at {time}", time=time)}


def settle_conflict(draft: Draft, name: str, text: str) -> None:
    """Let the editor show the text that was chosen, as a change of what is stored that can be undone."""
    typed, memory = typed_in(key_of(draft, name)), memory_of(draft, name)
    conflict, memory.conflict = memory.conflict, None
    memory.outcome.pop("refused", None)
    if typed is not None and conflict is not None:
        stored = {"saved": conflict.theirs, "revision": conflict.revision}
        memory.commands = [{"id": uuid4().hex, "mount": typed.mount, "text": text, **stored}]
    run_again()


def show_text(draft: Draft, name: str, label: str, typed: Typed | None, looked: Looked) -> None:
    """Put the editor on the page, with what was found in the file."""
    file, memory, files = draft.files.get(name), memory_of(draft, name), draft.texts
    stored, revision = (file.text, file.revision) if file else ("", 0)
    text = typed.text if typed else stored
    memory.unsaved = text != stored
    show_editor(
        key_of(draft, name),
        {
            "place": f"{draft.id}/{name}",
            "label": say("{subject}, {file}", subject=label, file=name),
            "text": stored,
            "revision": revision,
            "line": int(line) if (line := st.query_params.get(LINE, "")).isdecimal() else 1,
            "read_only": name.startswith("base/"),
            "findings": [_told(finding, text) for finding in looked.of(name)],
            "checked": {"mount": typed.mount if typed else "", "seq": typed.seq if typed else 0},
            "outcome": memory.outcome,
            "commands": memory.commands,
            "schema": explained(editing.schema_of(files, name)),
            "names": names_for_keys(files),
            "words": spoken(WORDS),
            "help": spoken(HELP),
            "phrases": spoken(PHRASES),
        },
    )


def unsaved_files(draft: Draft) -> list[str]:
    """Return the files in which this browser session has typed something that is not saved."""
    held: dict[tuple[str, str], Memory] = st.session_state.get(_MEMORY, {})
    return [name for (id_, name), memory in held.items() if id_ == draft.id and memory.unsaved]


def _told(finding: Finding, text: str) -> dict[str, Any]:
    problem = finding.problem
    here = finding.mend is not None and all(splice.file == finding.file for splice in finding.mend.splices)
    return {
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "code": problem.code,
        "sentence": problem.sentence,
        "remedy": problem.remedy,
        "mend": _mend(finding, text) if here else None,
    }


def _mend(finding: Finding, text: str) -> dict[str, Any]:
    edits = [
        {"from": _place(text, splice.start), "to": _place(text, splice.end), "insert": splice.text}
        for splice in finding.mend.splices
    ]
    return {"says": str(finding.mend.says), "edits": edits}


def _place(text: str, offset: int) -> tuple[int, int]:
    """Return the line and column, from 1, of an offset in characters."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def names_for_keys(files: Mapping[str, str]) -> dict[str, list[str]]:
    """Return what may stand behind keys that refer to entries elsewhere in the questionnaire."""
    known = editing.known_ids(files)

    def ids(*kinds: str) -> list[str]:
        return [id_ for kind in kinds for id_ in known.get(kind, ())]

    pillars = [f"pillar.{id_}" for id_ in ids("pillar")]
    return {
        "metric": ["index", "min_pillar", *pillars, *ids("factor")],
        "audience": ["all", *ids("role")],
        "owner": ids("role"),
        "role": ids("role"),
        "needs": ids("action"),
        "remedies": ids("action"),
        "always": ids("action"),
        "capability": ids("factor"),
        "pair_of": ids("question"),
        "item": ids("question"),
        "mirrors": ids("question"),
        "stage": ids("stage"),
        "source": ids("source"),
    }
