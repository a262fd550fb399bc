"""What people do and what is done to houses: words that tell where a name ends, or begins."""

from __future__ import annotations

from ingest.lexicon import lexicon_sections

__all__ = ["COMMON_VERBS", "LIKE_NAMES", "VERBS_BEFORE_HOUSES", "VERBS_OF_PEOPLE", "VERBS_OR_NOUNS"]

_VERBS = lexicon_sections("verbs.txt")
_WORDS = lexicon_sections("common_words.txt")

VERBS_OF_PEOPLE: frozenset[str] = frozenset(
    verb for title, verbs in _VERBS.items() if not title.startswith("before") for verb in verbs.split()
)
"""What people do in reports, and adverbs before it."""

VERBS_BEFORE_HOUSES: frozenset[str] = frozenset(_VERBS["before an organisation"].split())
"""What is done to houses, by words that no name of one holds."""

VERBS_OR_NOUNS: frozenset[str] = frozenset(_VERBS["before an organisation with its place"].split())
"""What is done to houses, by words that names of such hold too (检查)."""

COMMON_VERBS: frozenset[str] = frozenset(_WORDS["verbs and adverbs"].split()) | VERBS_OF_PEOPLE | VERBS_BEFORE_HOUSES
"""Verbs and adverbs, nearly all of two characters, of texts of all sorts."""

LIKE_NAMES: frozenset[str] = frozenset(_WORDS["open like a name"].split())
"""Common words that the grammar takes for people's names."""
