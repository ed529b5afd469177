"""Says in words how two versions of a questionnaire differ: what was added, removed, moved, raised, reworded."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assessments import catalog
from assessments.editing.files import BASE, Files
from assessments.editing.looking import EXAMPLES
from assessments.editing.saying import entry_name, key_change, subject_of
from assessments.editing.tree import Leaf, Tree, tree_of
from assessments.languages import say, say_counted
from assessments.positions import Keys


@dataclass(frozen=True, slots=True)
class Said:
    """One difference as a sentence; the line is that of the later version, or of the earlier for what was removed."""

    subject: str
    sentence: str
    file: str
    line: int
    before: Any = None
    after: Any = None


@dataclass(frozen=True, slots=True)
class _Found:
    """A difference on its way to a sentence: what it is about, and where it stands."""

    about: Keys
    sentence: str
    at: Leaf
    before: Any = None
    after: Any = None

    def said(self) -> Said:
        return Said(subject_of(*self.about), self.sentence, self.at.file, self.at.line, self.before, self.after)


def changes(before: Files, after: Files) -> tuple[Said, ...]:
    """Return every difference in what two sets of files say, in file order.

    Of an edition it counts what it says as a whole, whichever of its files says it.
    """
    old, new = tree_of(before), tree_of(after)
    found = [
        *_files(before, after, old, new),
        *_entries(old, new),
        *_order(old, new),
        *_leaves(old, new),
    ]
    found += _silent(before, after, {str(said.about[0]) for said in found})
    order = {name: number for number, name in enumerate(dict.fromkeys(_reading_order(before, after)))}
    return tuple(one.said() for one in sorted(found, key=lambda one: (order[one.at.file], one.at.line)))


def _reading_order(before: Files, after: Files) -> Iterator[str]:
    """Yield file names: the path and its weights first, worked examples and notes last."""
    names = sorted({*before, *after})
    yield from (name for name in ("path.yaml", "weights.yaml") if name in names)
    yield from (name for name in names if "/" not in name and name.endswith(".yaml"))
    yield from names


def _files(before: Files, after: Files, old: Tree, new: Tree) -> Iterator[_Found]:
    was, now = (_names(files, tree) for files, tree in ((before, old), (after, new)))
    for name in sorted(was | now):
        if name not in was or name not in now:
            yield _Found((name,), _came_or_went(name, name in now), Leaf(None, name, 1))
        elif name in old.unread:
            said = say("{name} could not be read before; see its lines.", name=name)
            yield _Found((name,), said, Leaf(None, name, 1))
        elif name in new.unread:
            said = say("{name} cannot be read now; see its lines.", name=name)
            yield _Found((name,), said, Leaf(None, name, 1))


def _came_or_went(name: str, is_there: bool) -> str:
    if name.startswith(EXAMPLES):
        return (
            say("Worked example {name} added.", name=name)
            if is_there
            else say("Worked example {name} removed.", name=name)
        )
    return say("File {name} added.", name=name) if is_there else say("File {name} removed.", name=name)


def _names(files: Files, tree: Tree) -> set[str]:
    return {name for name in files if _is_own(name)} | tree.names


def _is_own(name: str) -> bool:
    """Return whether a file is neither the base's nor the record of what translations were made from."""
    return not name.startswith(BASE) and not catalog.is_made_from(name)


def _both(old: Tree, new: Tree) -> set[str]:
    """Return the files that are in both versions and can be read in both."""
    return (old.names & new.names) - old.unread - new.unread


def _entries(old: Tree, new: Tree) -> Iterator[_Found]:
    """Yield entries that were added, removed, or moved to another place."""
    files = _both(old, new)
    homes = {(path[0], path[-1]): path for path in old.entries}
    came = {(path[0], path[-1]): path for path in new.entries}
    for path, at in new.entries.items():
        if path in old.entries or path[0] not in files or _around(path) - set(old.entries) - {path}:
            continue
        was = homes.get((path[0], path[-1]))
        if was is not None and was not in new.entries and was[-2] == path[-2]:
            said = say("{entry} moved to {place}.", entry=entry_name(path), place=entry_name(_owner(path)))
            yield _Found(path, said, at)
        else:
            yield _Found(path, _added(path, new), at)
    for path, at in old.entries.items():
        moved = came.get((path[0], path[-1]))
        gone = path not in new.entries and not (moved and moved not in old.entries and moved[-2] == path[-2])
        if gone and path[0] in files and not _around(path) - set(new.entries) - {path}:
            yield _Found(path, _removed(path, old), at)


def _around(path: Keys) -> set[Keys]:
    """Return the paths of the entries around an entry, itself included."""
    return {path[:end] for end in range(3, len(path) + 1, 2)}


def _owner(path: Keys) -> Keys:
    return path[:-2]


def _added(path: Keys, tree: Tree) -> str:
    entry, inside = entry_name(path), _inside(path, tree)
    if not inside:
        return say("{entry} added.", entry=entry)
    return say_counted("{entry} added with {count} entry.", "{entry} added with {count} entries.", inside, entry=entry)


def _removed(path: Keys, tree: Tree) -> str:
    entry, inside = entry_name(path), _inside(path, tree)
    if not inside:
        return say("{entry} removed.", entry=entry)
    return say_counted(
        "{entry} removed with {count} entry.", "{entry} removed with {count} entries.", inside, entry=entry
    )


def _inside(path: Keys, tree: Tree) -> int:
    """Count the entries inside an entry where they are worth counting."""
    inside = [one for one in tree.entries if len(one) == len(path) + 2 and one[: len(path)] == path]
    return 0 if inside and inside[0][-2] == "options" else len(inside)


def _order(old: Tree, new: Tree) -> Iterator[_Found]:
    """Yield lists whose common entries stand in another order."""
    lists = dict.fromkeys(path[:-1] for path in new.entries)
    for around in lists:
        was = [path for path in old.entries if path[:-1] == around and path in new.entries]
        now = [path for path in new.entries if path[:-1] == around and path in old.entries]
        if was != now:
            where = entry_name(around[:-1]) if len(around) > 2 else str(around[0])
            said = say('The order of "{list}" in {where} changed.', list=around[-1], where=where)
            yield _Found(around, said, new.entries[now[0]])


def _leaves(old: Tree, new: Tree) -> Iterator[_Found]:
    """Yield single values that changed, came or went inside entries that are in both versions."""
    known, files = set(old.entries) & set(new.entries), _both(old, new)
    for path in dict.fromkeys([*new.leaves, *old.leaves]):
        was, now = old.leaves.get(path), new.leaves.get(path)
        if (was and now and was.value == now.value) or path[0] not in files:
            continue
        inside = {path[:end] for end in range(3, len(path) + 1)} & {*old.entries, *new.entries}
        if inside <= known:
            before, after = (leaf.value if leaf else None for leaf in (was, now))
            at = now or was or Leaf(None, str(path[0]), 1)
            yield _Found(path, key_change(path, before, after), at, before, after)


def _silent(before: Files, after: Files, told: set[str]) -> Iterator[_Found]:
    """Yield files that say the same in other words: their notes, spacing or quotes changed."""
    for name in sorted(set(before) & set(after) - told):
        if before[name] != after[name] and _is_own(name):
            same = say("{name} says the same; only notes, spacing or quotes changed.", name=name)
            said = say("{name} changed.", name=name) if name.endswith(".md") else same
            yield _Found((name,), said, Leaf(None, name, 1))
