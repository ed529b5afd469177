"""Writes answers as YAML or JSON, in a way every program reads alike."""

import json
import re
from decimal import Decimal
from typing import Any

import yaml

from assessments.answers_file.printed import FIRST_LINE
from assessments.answers_file.tree import OneLine, as_tree, context_tree
from assessments.edits import NO_EDITS, PlanEdits
from scoring.answers import Assessment

# Words that need no quotes; the others might be taken for yes, no, nothing or a number.
SIMPLE = re.compile(r"(?!(?:yes|no|on|off|true|false|null|y|n)$)[a-z][a-z0-9_]*")

MOST_DECIMALS = 30  # that are read back


def write_yaml(assessment: Assessment, edits: PlanEdits = NO_EDITS) -> str:
    """Return a whole answers file in YAML, with what people changed about the plan."""
    return _yaml(as_tree(assessment, edits))


def write_json(assessment: Assessment, edits: PlanEdits = NO_EDITS) -> str:
    """Return a whole answers file in JSON, as ``write_yaml`` does."""
    return json.dumps(as_tree(assessment, edits), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def write_attachment(assessment: Assessment, edits: PlanEdits = NO_EDITS) -> str:
    """Return the answers file that goes into a report, to be read back from it."""
    return f"{FIRST_LINE}\n{write_yaml(assessment, edits)}"


def write_context(assessment: Assessment, edits: PlanEdits = NO_EDITS) -> str:
    """Return the YAML file that goes with a CSV."""
    return _yaml(context_tree(assessment, edits))


def decimal(number: float) -> str:
    """Return a number in plain digits that read back as the same number, as far as files may have digits."""
    if isinstance(number, int):
        return str(number)
    whole, point, behind = format(Decimal(repr(number)), "f").partition(".")
    return f"{whole}{point}{behind[:MOST_DECIMALS]}"


class _Dumper(yaml.CSafeDumper):
    """Quotes every text that is not a simple word, and keeps short lists on one line."""


def _text(dumper: _Dumper, text: str) -> yaml.Node:
    style = None if SIMPLE.fullmatch(text) else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _float(dumper: _Dumper, number: float) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:float", decimal(number))


def _list(dumper: _Dumper, members: list[Any]) -> yaml.Node:
    flow = not any(isinstance(member, dict) for member in members)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", members, flow_style=flow)


def _one_line(dumper: _Dumper, entries: OneLine) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", entries.items(), flow_style=True)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(float, _float)
_Dumper.add_representer(list, _list)
_Dumper.add_representer(OneLine, _one_line)


def _yaml(tree: dict[str, Any]) -> str:
    text: str = yaml.dump(
        tree, Dumper=_Dumper, sort_keys=False, allow_unicode=True, default_flow_style=False, width=1_000_000
    )
    return text
