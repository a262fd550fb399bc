"""Whom a page presents: whose it is, its lines as laid out, what its labels announce, and the people with their parts."""
