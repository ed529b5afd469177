"""The studio in a facilitator's words: how it stands with a draft, and what its forms and files say."""

from collections.abc import Mapping, Sequence

from assessments.languages import marked, number, say, say_counted
from assessments.wording.numbers import begun, listed, person_weeks, plain, spelt
from scoring.model import Action, Gate

_LONGEST_LABEL = 60  # letters of a text in a list of texts

_ENTRIES = {
    "pulse question": marked("Pulse question {id}"),
    "factor": marked("Factor {id}"),
    "pillar": marked("Pillar {id}"),
    "stage": marked("Stage {id}"),
    "role": marked("Role {id}"),
    "derived fact": marked("Derived fact {id}"),
    "channel group": marked("Channel group {id}"),
    "source": marked("Source {id}"),
}


def problems_line(problems: int) -> str:
    """Say how many problems there are; empty for none."""
    return say_counted("{number} problem", "{number} problems", problems, number=spelt(problems)) if problems else ""


def standing_line(problems: int, failing: int, advice: int) -> str:
    """Say whether a draft could be published as it is saved, and what stands in the way."""
    if problems:
        return say_counted(
            "Not ready to publish: {number} problem stands in the way.",
            "Not ready to publish: {number} problems stand in the way.",
            problems,
            number=spelt(problems),
        )
    if failing:
        return say_counted(
            "Not ready to publish: {number} worked example no longer comes out as written.",
            "Not ready to publish: {number} worked examples no longer come out as written.",
            failing,
            number=spelt(failing),
        )
    return _ready_line(advice)


def _ready_line(advice: int) -> str:
    if not advice:
        return say("Ready to publish: no problems, and every worked example comes out as written.")
    return say_counted(
        "Ready to publish: no problems, and every worked example comes out as written; {number} piece of advice to "
        "consider.",
        "Ready to publish: no problems, and every worked example comes out as written; {number} pieces of advice to "
        "consider.",
        advice,
        number=spelt(advice),
    )


def gate_line(gate: Gate, names: Mapping[str, str]) -> str:
    """Say what a condition asks; ``names`` are those of factors and pillars by id."""
    return say(
        "{measure} must reach {minimum}.", measure=metric_in_words(gate.metric, names), minimum=plain(gate.minimum)
    )


def entry_name(kind: str, id_: str) -> str:
    """Name an entry by its kind and its id, where there is no more to show of it."""
    return say(_ENTRIES[kind], id=id_)


def action_facts(action: Action) -> list[tuple[str, str]]:
    """Return what a facilitator checks about an action: who, how much, how long, what it lifts."""
    weeks = say_counted("{count} week", "{count} weeks", action.lead)
    lifts = [say("{factor} by {points}", factor=id_, points=plain(points)) for id_, points in action.lift.items()]
    return [
        (say("Led by"), action.owner),
        (say("Effort"), say("{effort} in {weeks}", effort=person_weeks(plain(action.effort)), weeks=weeks)),
        (say("Lifts"), listed(lifts)),
        (say("When"), action.when),
        (say("How one sees that it worked"), action.kpi),
    ]


def clashes_line(clashes: int) -> str:
    """Say how far two people's changes of one file fit together."""
    if not clashes:
        return say("You changed different places, so both changes fit together.")
    return say_counted(
        "What you changed in different places fits together. In {number} place you both changed the same lines.",
        "What you changed in different places fits together. In {number} places you both changed the same lines.",
        clashes,
        number=spelt(clashes),
    )


def metric_in_words(metric: str, names: Mapping[str, str]) -> str:
    """Return what a condition measures; ``names`` are those of factors and pillars by id."""
    if metric == "index":
        return say("All factors together")
    if metric == "min_pillar":
        return say("The weakest pillar")
    id_ = metric.removeprefix("pillar.")
    name = names.get(id_, id_)
    return say("{pillar} as a whole", pillar=name) if metric != id_ else name


def sums_line(sums: Mapping[str, float]) -> str:
    """Say what the weights of each stage add up to."""
    each = [say("{points} for {stage}", points=plain(total), stage=stage) for stage, total in sums.items()]
    return say("Adds up to {sums}.", sums=listed(each))


def unsaved_line(names: Sequence[str]) -> str:
    """Name the forms and files that were changed and not saved; empty for none."""
    return say("Changed and not saved yet: {names}.", names=listed(names)) if names else ""


def lines_line(name: str, out: int, new: int) -> str:
    """Say how many lines of a file differ."""
    return say(
        "{file}: {out}, {new}",
        file=name,
        out=say_counted("{number} line out", "{number} lines out", out, number=spelt(out)),
        new=say_counted("{number} line in", "{number} lines in", new, number=spelt(new)),
    )


def editors_line(names: Sequence[str]) -> str:
    """Say who works on a draft."""
    if len(names) == 1:
        return say(
            "Nobody else holds a link to this draft. Everybody has a link of their own, so that changes carry a name."
        )
    return say("{names} hold a link to this draft.", names=listed(names))


def states_line(subject: str, states: int) -> str:
    """Say how many texts a file has had."""
    return say_counted(
        "{subject} has had {number} text.",
        "{subject} has had {number} texts.",
        states,
        subject=subject,
        number=spelt(states),
    )


def outcome_line(differences: int) -> str:
    """Say whether a worked example comes out as written."""
    if not differences:
        return say("as written")
    return say_counted("{number} difference", "{number} differences", differences, number=spelt(differences))


def difference_line(line: int, sentence: str) -> str:
    """Say at which line of a worked example something else comes out."""
    return say("Line {line}: {sentence}", line=line, sentence=sentence)


def more_line(more: int) -> str:
    """Say how many differences are not told; empty for none."""
    if more <= 0:
        return ""
    return say_counted("And {number} more difference.", "And {number} more differences.", more, number=spelt(more))


def who_sees_draft(organisation: str | None) -> str:
    """Say to whom a draft opens."""
    if organisation is None:
        return say("Nobody sees a draft but those who hold its link.")
    return say("Owners and editors of {organisation} see it, and nobody else.", organisation=organisation)


def draft_link_line(organisation: str | None) -> str:
    """Say what the link to a draft is good for."""
    if organisation is None:
        return say("Keep it: it brings you back to this draft. Whoever has it can read and change the draft.")
    return say(
        "It brings owners and editors of {organisation} who have signed in to this draft, and nobody else.",
        organisation=organisation,
    )


_BECOME = {
    "changed": marked("{count} changed"),
    "added": marked("{count} added"),
    "removed": marked("{count} left out"),
}


def together_line(lines: int, counts: Mapping[str, int]) -> str:
    """Say what an edition makes of a file of its base; ``counts`` are its lines by what they come to."""
    parts = [say(told, count=number(counts[comes])) for comes, told in _BECOME.items() if counts.get(comes)]
    if not parts:
        return say("All {lines} lines are as the base has them.", lines=number(lines))
    return say_counted(
        "Of {number} line, this edition has {parts}; the others are as the base has them.",
        "Of {number} lines, this edition has {parts}; the others are as the base has them.",
        lines,
        number=spelt(lines),
        parts=listed(parts),
    )


def line_name(file: str, line: int) -> str:
    """Name a line of a file."""
    return say("{file}, line {line}", file=file, line=line)


def missing_line(missing: int, texts: int) -> str:
    """Say how many texts a language lacks."""
    if missing == 0:
        return say("Nothing is missing: all {texts} texts can be read in this language.", texts=number(texts))
    return begun(
        say_counted(
            "{number} text of {texts} is not translated yet. People read the original there.",
            "{number} texts of {texts} are not translated yet. People read the original there.",
            missing,
            number=spelt(missing),
            texts=number(texts),
        )
    )


def old_line(old: int) -> str:
    """Say how many translations have an original that was reworded since; empty for none."""
    if not old:
        return ""
    return begun(
        say_counted(
            "{number} translation to look at again: the original was reworded since.",
            "{number} translations to look at again: the original was reworded since.",
            old,
            number=spelt(old),
        )
    )


def text_label(file: str, address: Sequence[str], original: str) -> str:
    """Name a text in a list by its place in a file and its first words."""
    words = original if len(original) <= _LONGEST_LABEL else f"{original[: _LONGEST_LABEL - 1].rstrip()}…"
    return f"{file.removesuffix('.yaml')}, {'.'.join(address[-2:])}: {words}"
