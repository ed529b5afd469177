"""Facts about the firm: set once, never rated."""

from typing import Literal

from pydantic import Field

from scoring.model.entry import Entry, Flag, Number, Rule, Slug, Text


class FactOption(Entry):
    """One answer to a fact."""

    id: Slug = Field(description="Stable id.")
    label: Text = Field(description="What people read.")
    reminder: Text | None = Field(None, description="A line that stands with the questions once this is chosen.")


class Fact(Entry):
    """A fact about the firm: set once, never rated, never averaged."""

    id: Slug = Field(description="Stable id.")
    text: Text = Field(description="The question people read.")
    type: Literal["choice", "multi", "number", "text"] = Field(description="How it is answered.")
    options: tuple[FactOption, ...] = Field((), description="Answers of a choice or multi fact.")
    lowest: Number | None = Field(None, description="Smallest number.")
    highest: Number | None = Field(None, description="Largest number.")
    quick: Flag = Field(True, description="Asked in the quick scan.")
    full: Flag = Field(True, description="Asked in the full assessment.")
    effect: Text = Field(description="The only effect this fact has.")


class DerivedFact(Entry):
    """A yes-or-no conclusion from facts, for use in rules."""

    id: Slug = Field(description="The name rules use.")
    rule: Rule = Field(description="True when ...")
    why: Text = Field(description="What it stands for.")
    source: Text = Field(description="Claims, literature or a free reference.")
