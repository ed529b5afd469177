"""What a schema says of an edition's file: any part of what its base's file holds, and what becomes of an entry."""

from collections.abc import Mapping
from typing import Any

from assessments.catalog.editions import ADD, AFTER, REMOVE
from assessments.languages import marked

Schema = dict[str, Any]

OF_ITS_OWN = ("id", "version", "title")
MARKS: Mapping[str, Schema] = {
    ADD: {"const": True, "description": marked("The entry is new; without it the id is one of the base.")},
    REMOVE: {"const": True, "description": marked("The entry is left out.")},
    AFTER: {"type": "string", "description": marked("Behind which entry a new one stands; without it at the end.")},
}


def edition_schema(schema: Schema) -> Schema:
    """Return what an edition may say where ``schema`` describes a whole file: nothing but the ids is required."""
    parts = {f"#/$defs/{name}": part for name, part in schema.get("$defs", {}).items()}
    loosened = _Loosening(parts)
    file = {**schema, "properties": {key: loosened.part(part) for key, part in schema["properties"].items()}}
    required = [*OF_ITS_OWN, "extends"] if "extends" in file["properties"] else []
    return {**file, "$defs": loosened.definitions(), "required": required}


class _Loosening:
    """Goes through a schema; entries of lists get marks, groups lose what they require."""

    def __init__(self, parts: Mapping[str, Schema]) -> None:
        self._parts = parts

    def definitions(self) -> Schema:
        """Return the definitions that are left, loosened."""
        return {name.rpartition("/")[2]: self._group(part) for name, part in self._parts.items()}

    def part(self, schema: Any) -> Any:
        """Return any part of a schema, loosened."""
        if isinstance(schema, list):
            return [self.part(one) for one in schema]
        if not isinstance(schema, dict):
            return schema
        if self._holds_entries(schema.get("items")):
            about = {key: schema[key] for key in ("title", "description") if key in schema}
            return {**about, "type": "array", "items": self._entry(self._kinds(schema["items"]))}
        return {key: self.part(value) for key, value in schema.items()}

    def _kinds(self, items: Schema) -> list[Schema]:
        """Return the classes an entry of a list may be of."""
        names = [one["$ref"] for one in items.get("oneOf", [items]) if "$ref" in one]
        return [self._parts[name] for name in names]

    def _holds_entries(self, items: Any) -> bool:
        kinds = self._kinds(items) if isinstance(items, dict) else []
        return bool(kinds) and all("id" in kind.get("properties", {}) for kind in kinds)

    def _entry(self, kinds: list[Schema]) -> Schema:
        """Return one shape for the entries of a list: every key that one of the classes has."""
        found: dict[str, list[Schema]] = {}
        for kind in kinds:
            for key, value in kind["properties"].items():
                loosened = self.part(value)
                known = found.setdefault(key, [])
                known += [loosened] if loosened not in known else []
        keys = {key: forms[0] if len(forms) == 1 else {"anyOf": forms} for key, forms in found.items()}
        return {"type": "object", "properties": {**keys, **MARKS}, "required": ["id"], "additionalProperties": False}

    def _group(self, schema: Schema) -> Schema:
        loosened: Schema = self.part(schema)
        loosened.pop("required", None)
        return loosened
