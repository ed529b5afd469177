"""How fast the product is, beside the obvious ways of doing the same on the same data in the same run."""

import os

# One thread for everybody: numpy's matrix library would otherwise wait for cores that others are using.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
