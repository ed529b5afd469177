"""What is asked of people: items by kind, and the factors and pillars they belong to."""

from typing import Annotated, Literal

from pydantic import Field

from scoring.model.entry import Code, Entry, Flag, Points, Rule, Slug, Text


class Flavour(Entry):
    """What it means for customer relationship work to be driven from one place."""

    generation: Text = Field(description="The CRM generation this owner stands for.")
    good_at: Text = Field(description="What this owner does well.")
    bends: Text = Field(description="What this owner bends.")
    bring_in: Text = Field(description="Whom to bring in next.")


class Option(Entry):
    """One thing that can be chosen."""

    id: Slug = Field(description="Stable id; answers refer to it.")
    label: Text = Field(description="What people read.")
    score: Points | None = Field(None, description="Scored choice: 0..100.")
    stage: Code | None = Field(None, description="Ambition: the stage this line stands for.")
    group: Slug | None = Field(None, description="Contact channel: its channel group.")
    social: Flag = Field(False, description="Tools: counts as a social tool.")
    flavour: Flavour | None = Field(None, description="Driver: what this owner is like.")


Tells = Literal["driver", "purpose", "ambition", "tools", "estimate"]


class Item(Entry):
    """A question, as the method sees it."""

    id: Slug = Field(description="Stable id; a renamed id is a new item.")
    text: Text = Field(description="The question people read.")
    help: Text | None = Field(None, description="A hint under the question.")
    evidence: Text | None = Field(None, description="What would prove the answer.")
    quick: Flag = Field(False, description="Asked in the quick scan.")
    audience: Literal["all"] | tuple[Slug, ...] = Field("all", description="Roles that see it; 'all' for everybody.")
    na_when: Rule | None = Field(None, description="Not applicable may be answered only while this rule is true.")
    pair_of: Slug | None = Field(None, description="Shown as the second answer of this item.")
    tells: Tells | None = Field(None, description="The finding this item feeds besides, or instead of, a score.")

    @property
    def scored(self) -> bool:
        """Whether answers have a score of 0..100."""
        return False


class Lined(Item):
    """An item answered by choosing one of five lines."""

    level_scores: tuple[Points, Points, Points, Points, Points] = Field(
        (0, 25, 50, 75, 100), description="Score of each line; never falling."
    )

    @property
    def scored(self) -> bool:
        return True

    @property
    def scores(self) -> tuple[float, ...]:
        """Score per line as used, after any reversal."""
        return self.level_scores


class Bars(Lined):
    """Five anchored lines, each an observable practice."""

    type: Literal["bars"]
    levels: tuple[Text, Text, Text, Text, Text] = Field(description="The five lines, from weakest to strongest.")


class Agree(Lined):
    """A statement of belief with five degrees of agreement."""

    type: Literal["agree"]
    reverse: Flag = Field(False, description="Agreement counts against the factor.")
    levels: tuple[Text, Text, Text, Text, Text] = Field(
        ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"), description="Degrees of agreement."
    )

    @property
    def scores(self) -> tuple[float, ...]:
        return tuple(100 - score for score in self.level_scores) if self.reverse else self.level_scores


class Choice(Item):
    """One option out of several."""

    type: Literal["choice"]
    options: tuple[Option, ...] = Field(min_length=2, description="What can be chosen.")

    @property
    def scored(self) -> bool:
        return all(option.score is not None for option in self.options)

    @property
    def scores(self) -> tuple[float, ...]:
        """Score per option; only asked of a scored item, where every option has one."""
        return tuple(option.score or 0.0 for option in self.options)


class Multi(Item):
    """Several options at once."""

    type: Literal["multi"]
    options: tuple[Option, ...] = Field(min_length=2, description="What can be chosen.")
    most: Annotated[int, Field(strict=True, ge=1)] = Field(description="How many may be chosen.")


class NumberItem(Item):
    """A whole number in a range."""

    type: Literal["number"]
    lowest: Annotated[int, Field(strict=True)] = Field(0, description="Smallest answer.")
    highest: Annotated[int, Field(strict=True)] = Field(100, description="Largest answer.")


class Allocation(Item):
    """Whole numbers over the options that add up to 100."""

    type: Literal["allocation"]
    options: tuple[Option, ...] = Field(min_length=2, description="What the hundred are divided over.")


AnyItem = Annotated[Bars | Agree | Choice | Multi | NumberItem | Allocation, Field(discriminator="type")]


class Factor(Entry):
    """One thing a firm can be better or worse at."""

    id: Slug = Field(description="Stable id.")
    name: Text = Field(description="Name as readers see it.")
    definition: Text = Field(description="What it is.")
    why: Text = Field(description="Why it counts.")
    source: Text = Field(description="Claims, literature or a free reference.")
    items: tuple[AnyItem, ...] = Field(min_length=1, description="The items whose plain mean is its score.")


class Pillar(Entry):
    """A group of factors: one file, one subject."""

    id: Slug = Field(description="Stable id.")
    name: Text = Field(description="Name as readers see it.")
    question: Text = Field(description="The question this pillar answers.")
    factors: tuple[Factor, ...] = Field(min_length=1, description="Its factors.")
    findings: tuple[AnyItem, ...] = Field((), description="Items of this subject that inform but never score.")
