"""Where a text of the questionnaire stands in its files: an address names entries by id, a path by number."""

from collections.abc import Iterator
from typing import Any

from assessments.catalog.files import SHAPES
from assessments.positions import Keys
from scoring.model import Address

_PILLARS = "pillars"  # in the questionnaire; each has a file of its own
_FILES = {key: name for name, shape in SHAPES.items() for key in shape.model_fields}


def file_of(address: Address) -> str:
    """Return the name of the file in which the text at an address stands."""
    return f"{address[1]}.yaml" if address[0] == _PILLARS else _FILES[address[0]]


def prefix_of(name: str) -> Address:
    """Return what the addresses of everything in a file begin with."""
    return () if name in SHAPES else (_PILLARS, name.rpartition(".")[0])


def addressed(data: Any, address: Address = (), path: Keys = ()) -> Iterator[tuple[Address, Keys]]:
    """Yield the address and path of every key that says something and every entry with an id."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key != "id" and value != []:
                yield (*address, key), (*path, key)
                yield from addressed(value, (*address, key), (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            if isinstance(value, dict) and isinstance(value.get("id"), str):
                yield (*address, value["id"]), (*path, number)
                yield from addressed(value, (*address, value["id"]), (*path, number))


def path_of(data: Any, address: Address) -> Keys:
    """Return the path to what stands at an address, as far as it is there."""
    path: Keys = ()
    for step in address:
        if isinstance(data, dict) and step in data:
            path, data = (*path, step), data[step]
        elif isinstance(data, list) and step in (ids := [one.get("id") for one in data if isinstance(one, dict)]):
            number = ids.index(step)
            path, data = (*path, number), data[number]
        else:
            break
    return path
