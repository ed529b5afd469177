"""Writes the schemas of a questionnaire anew: ``python -m assessments.catalog FOLDER``."""

import sys
from pathlib import Path

from assessments.catalog import load, write_schemas

folder = Path(sys.argv[1])
write_schemas(folder, load(folder))
