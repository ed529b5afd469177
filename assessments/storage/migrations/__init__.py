"""How a database gets from one version of its tables to the next."""
