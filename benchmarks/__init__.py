"""How fast the product is, beside the obvious ways of doing the same on the same data in the same run."""
