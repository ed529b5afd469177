"""Running Pathway for others: several processes behind nginx, and what a server needs to keep them running."""
