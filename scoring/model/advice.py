"""Warnings, actions, and the claims that rules rest on."""

from typing import Annotated, Literal

from pydantic import Field

from scoring.model.entry import Code, Entry, Flag, Points, Rule, Slug, Text, Weight


class WarningRule(Entry):
    """A known way of going wrong (anti-pattern)."""

    id: Code = Field(description="Stable id.")
    name: Text = Field(description="Short name.")
    severity: Literal["high", "medium"] = Field(description="High ones reach the executive page and force a remedy.")
    when: Rule = Field(description="True when the warning is active.")
    says: Text = Field(description="What readers are told.")
    source: Text = Field(description="Claims, literature or a free reference.")
    remedies: tuple[Code, ...] = Field(min_length=1, description="Actions that help.")


class Action(Entry):
    """Something a firm can do, what it costs and what it lifts."""

    id: Code = Field(description="Stable id.")
    title: Text = Field(description="Short title.")
    phase: Annotated[int, Field(strict=True, ge=1, le=4)] = Field(
        description="1 know and own, 2 change habits, 3 extend, 4 join up and create."
    )
    owner: Slug = Field(description="Role that leads it.")
    kind: Literal["know", "direction", "ownership", "culture", "channel", "data"] = Field(description="Subject.")
    early_win: Flag = Field(False, description="Shows a result fast.")
    effort: Weight = Field(description="Person-weeks in a firm of 250 to 999 staff.")
    lead: Annotated[int, Field(strict=True, ge=1)] = Field(description="Weeks from start to finish.")
    when: Rule = Field(description="True while the action is worth considering.")
    lift: dict[Slug, Points] = Field(min_length=1, description="Points added per factor when finished.")
    needs: tuple[Code, ...] = Field((), description="Actions that come first.")
    rules_first: Flag = Field(
        False, description="Where rules limit public talk, compliance agrees the ground rules first."
    )
    do: Text = Field(description="What to do.")
    kpi: Text = Field(description="How one sees that it worked.")
    risk: Text = Field(description="What happens if it is skipped.")
    serves: Literal["needs", "delight", "innovation"] = Field(description="What it serves.")
    source: Text = Field(description="Claims, literature or a free reference.")


class Source(Entry):
    """A claim or a publication that rules refer to."""

    id: Code = Field(description="S1.. for claims of the source essays, L1.. for literature.")
    by: Text = Field(description="Who said it, where.")
    says: Text = Field(description="The claim in our own words.")
