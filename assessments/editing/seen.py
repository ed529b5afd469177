"""Refuses to act on a draft in other states of its files than its editor saw on the screen."""

from collections.abc import Mapping

from assessments import catalog
from assessments.editing.drafts import Draft
from assessments.editing.refusals import refusal

Revisions = Mapping[str, int]  # the state of each file, by its name


def refuse_unseen(draft: Draft, revisions: Revisions, code: str = "publish_moved") -> None:
    """Refuse to go on with a draft in other states than these, which its editor saw; raises NotAccepted.

    What translations were made from nobody has to see.
    """
    now = {name: file.revision for name, file in draft.files.items()}
    refuse_others(now, revisions, code, draft.id)


def refuse_others(now: Revisions, seen: Revisions, code: str, about: str) -> None:
    """Refuse states of files that are not those that were seen; raises NotAccepted."""
    if _to_see(now) != _to_see(seen):
        raise refusal(code, about)


def _to_see(revisions: Revisions) -> dict[str, int]:
    return {name: revision for name, revision in revisions.items() if not catalog.is_made_from(name)}
