"""The product: everything with state or a surface, around the method."""
