"""``python -m assessments``: answers in, result out."""

import sys

from assessments.cli import main

if __name__ == "__main__":
    sys.exit(main())
