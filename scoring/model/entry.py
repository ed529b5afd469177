"""What every entry of a questionnaire file has in common: frozen, no unknown key, strict values."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

LEVELS = 5
TOLERANCE = 1e-9  # every comparison with a threshold is inclusive, and lenient by this much

Slug = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Code = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Z][A-Z0-9_]{0,39}$")]
Text = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=2000)]
Rule = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=500)]
Language = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z]{2}$")]
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Points = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=0, le=100)]
Share = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=0, le=1)]
Weight = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=0)]
Positive = Annotated[float, Field(strict=True, allow_inf_nan=False, gt=0)]
Flag = Annotated[bool, Field(strict=True)]
Count = Annotated[int, Field(strict=True, ge=0)]


class Entry(BaseModel):
    """Anything written in a questionnaire file: frozen, and no key but the ones described."""

    model_config = ConfigDict(frozen=True, extra="forbid")
