"""The path: stages, the gates of each, the roles that are heard and what every factor weighs."""

from typing import Literal

from pydantic import Field

from scoring.model.entry import Code, Entry, Points, Rule, Slug, Text, Weight


class Gate(Entry):
    """A necessary condition of a stage: a metric that must reach a minimum."""

    id: Code = Field(description="Stable id such as M2; a new id is a new gate.")
    metric: str = Field(
        description="What is measured: index, min_pillar, pillar.<id> or a factor's id.",
        pattern=r"^(index|min_pillar|pillar\.[a-z][a-z0-9_]*|[a-z][a-z0-9_]*)$",
        strict=True,
    )
    minimum: Points = Field(description="Lowest value, 0..100, that passes; the value itself passes.")
    only_if: Rule | None = Field(None, description="A rule over facts; the gate exists only while it is true.")
    part: Literal["component", "driver"] | None = Field(
        None, description="Marks the gates that answer 'is the component in place' and 'is the driver in place'."
    )
    why: Text = Field(description="The reason, in one plain sentence.")
    source: Text = Field(description="Claims (S1..), literature (L1..) or a free reference.")


class Stage(Entry):
    """A place on the path; its gates are cumulative with those of the stages before it."""

    id: Code = Field(description="Short id: T, M, S.")
    name: Text = Field(description="The stage's name as readers see it.")
    forming: Text | None = Field(None, description="First stage only: the name shown while its gates are not passed.")
    customers: Text = Field(description="What customers of this stage are like, in one sentence.")
    gates: tuple[Gate, ...] = Field(min_length=1, description="All of these must pass.")


class Role(Entry):
    """A group of respondents that counts as one voice."""

    id: Slug = Field(description="Stable id.")
    name: Text = Field(description="Short name for lists and charts.")
    who: Text = Field(description="Who belongs here, in words a participant understands.")


class FactorWeights(Entry):
    """What one factor weighs at each stage."""

    points: dict[Code, Weight] = Field(description="Points per stage; normalised so that each stage adds up to 100.")
    why: Text = Field(description="Why the points change, or do not, from stage to stage.")
    source: Text = Field(description="Claims, literature or a free reference.")
