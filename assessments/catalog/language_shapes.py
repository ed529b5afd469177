"""The shape of a language file: that of the file it translates, with nothing but ids and texts."""

from functools import cache
from typing import Any, get_args, get_origin

from pydantic import Field, create_model

from assessments.catalog.expected import members
from assessments.catalog.files import PILLAR_SHAPE, SHAPES
from scoring.model import LEVELS, Entry, Text
from scoring.model.texts import text_keys

_LINES: Any = tuple[(Text,) * LEVELS]  # type: ignore[misc]  # as many as a question has


def language_shape(name: str) -> type[Entry]:
    """Return the shape of the language file that translates the file ``name``."""
    return _only_texts((SHAPES.get(name, PILLAR_SHAPE),), is_file=True)


@cache
def _only_texts(kinds: tuple[type[Entry], ...], is_file: bool = False) -> type[Entry]:
    """Return a class with the texts of entries that are of these classes; only the id of an entry is required."""
    fields: dict[str, Any] = {}
    for kind in kinds:
        for name, field in kind.model_fields.items():
            shape = _shape_of(kind, name)
            if name == "id" and not is_file:
                fields[name] = (field.annotation, field)
            elif shape is not None:
                fields.setdefault(name, (shape | None, Field(None, description=field.description)))
    return create_model(f"{kinds[0].__name__}Texts", __base__=Entry, __doc__=kinds[0].__doc__, **fields)


def _shape_of(kind: type[Entry], name: str) -> Any:
    """Return what a language file may say under a key of a class, None where it holds no texts."""
    keys = text_keys(kind)
    if name in keys:
        return _LINES if keys[name] else Text
    annotation = kind.model_fields[name].annotation
    entries = tuple(one for one in _members(annotation) if _has_texts(one))
    if not entries:
        return None
    inner = _only_texts(entries)
    container: Any = get_origin(annotation)
    if container is dict:
        return container[get_args(annotation)[0], inner]
    return container[inner, ...] if container is tuple else inner


def _members(annotation: Any) -> tuple[type[Entry], ...]:
    """Return the classes of the entries that may stand under a key: one, a list or a group of them."""
    inner = get_args(annotation)[:1] if get_origin(annotation) is tuple else get_args(annotation)[-1:]
    kinds = members(inner[0] if get_origin(annotation) in (tuple, dict) else annotation)
    return tuple(kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Entry))


def _has_texts(kind: type[Entry]) -> bool:
    return bool(text_keys(kind)) or any(_shape_of(kind, name) is not None for name in kind.model_fields)
