"""Words chosen out of those on offer."""

from collections.abc import Sequence

from assessments.answers_file.node import Node
from assessments.problems import some


def choose(node: Node, known: Sequence[str], code: str, **words: object) -> str | None:
    """Return the chosen word; None, noting problem ``code``, where it is not on offer."""
    if node.value in known:
        return str(node.value)
    node.note_unknown(code, known, some=some(known), **words)
    return None


def choose_several(node: Node, known: Sequence[str], code: str, **words: object) -> tuple[str, ...]:
    """Return the chosen words that are on offer, each once; a single one may stand without a list."""
    members = list(node.members()) if isinstance(node.value, list) else [node]
    chosen: list[str] = []
    for member in members:
        word = choose(member, known, code, **words)
        if word in chosen:
            member.note("A624", word=word)
        elif word is not None:
            chosen.append(word)
    return tuple(chosen)
