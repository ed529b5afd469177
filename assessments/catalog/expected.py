"""What the format expects at some place of a file, found by following the types of the method's classes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from assessments.positions import Keys

Steps = Sequence[str | int]


@dataclass(frozen=True, slots=True)
class Expected:
    """A place a checker's path leads to."""

    path: Keys  # in the file
    kind: Any  # the type expected there; None where nothing is expected
    owner: type[BaseModel]  # the class of the entry it belongs to
    owner_path: Keys
    is_key: bool = False  # the path means the key itself
    guess: tuple[Keys, str] | None = None  # where one of several types was tried, and which

    @property
    def about(self) -> str:
        """What the innermost key of the path is for."""
        words = [step for step in self.path if isinstance(step, str)]
        field = self.owner.model_fields.get(words[-1]) if words else None
        return field.description or "" if field else ""

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that may stand here, if only some may."""
        words = [word for kind in members(self.kind) for word in get_args(kind) if get_origin(kind) is Literal]
        tags = [tag for kind in members(self.kind) if (tag := _tag(kind)) is not None]
        return (*words, *tags)


def follow(model: type[BaseModel], steps: Steps) -> Expected:
    """Follow a checker's path, which names members of unions on its way, through the types of ``model``."""
    here = Expected((), model, model, ())
    for step in steps:
        here = _into(here, step)
    return here


def members(kind: Any) -> tuple[Any, ...]:
    """Return the types a value may have, leaving out None."""
    if get_origin(kind) is Annotated:
        return members(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return tuple(inner for member in get_args(kind) if member is not NoneType for inner in members(member))
    return (kind,)


def _into(here: Expected, step: str | int) -> Expected:
    kinds = members(here.kind)
    if len(kinds) > 1:  # the step says which member of the union was tried
        kind = next(kind for kind in kinds if str(step).startswith(_label(kind)))
        return replace(here, kind=kind, guess=here.guess if _tag(kind) else (here.path, str(step)))
    kind, path = kinds[0], (*here.path, step)
    if _is_entry(kind):
        field = kind.model_fields.get(str(step))
        return Expected(path, field.annotation if field else None, kind, here.path, guess=here.guess)
    if step == "[key]":
        return replace(here, is_key=True)
    inner = get_args(kind)[-1] if get_origin(kind) is dict else get_args(kind)[0]
    return replace(here, path=path, kind=inner)


def _is_entry(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _label(kind: Any) -> str:
    """Return how the checker names a member of a union: by its type mark, its class or its origin."""
    return _tag(kind) or (kind.__name__ if _is_entry(kind) else get_origin(kind).__name__.lower())


def _tag(kind: Any) -> str | None:
    """Return the fixed ``type`` of a class that is told from others by it."""
    field = kind.model_fields.get("type") if _is_entry(kind) else None
    words = get_args(field.annotation) if field else ()
    return str(words[0]) if len(words) == 1 else None
