"""Writes ``ingest/lexica/common_words.txt`` from the dictionary of jieba: ``python -m tests.common_words DICT_TXT``.

The dictionary (dict.txt of jieba 0.42.1, MIT licence) has a word, its count and its part of speech a line.
"""

from __future__ import annotations

import sys
from pathlib import Path

from ingest.lexicon import is_person

TARGET = Path(__file__).parent.parent / "ingest" / "lexica" / "common_words.txt"
HEAD = """# Common words of Chinese, from the dictionary of jieba 0.42.1 (MIT licence, (c) Sun Junyi), written by
# python -m tests.common_words DICT_TXT
"""
_VERBS_FROM, _WORDS_FROM = 50, 5
"""How often the dictionary's texts had a verb, or a word that could be taken for a name, at least."""
_A_LINE = 60


def main(dictionary: Path) -> None:
    """Verbs, adverbs and times of two characters, and words that the grammar takes for names and nobody is called by."""
    words = [line.split() for line in dictionary.read_text("utf-8").splitlines()]
    verbs = [
        word
        for word, count, kind in words
        if len(word) == 2 and (kind[0] in "vdt" or kind == "ad") and int(count) >= _VERBS_FROM
    ]
    like_names = [
        word
        for word, count, kind in words
        if len(word) in (2, 3) and not kind.startswith("nr") and int(count) >= _WORDS_FROM and is_person(word)
    ]
    sections = {"verbs and adverbs": verbs, "open like a name": like_names}
    TARGET.write_text(HEAD + "".join(f"% {title}\n{_lines(sorted(found))}" for title, found in sections.items()), "utf-8")


def _lines(words: list[str]) -> str:
    return "".join(" ".join(words[start : start + _A_LINE]) + "\n" for start in range(0, len(words), _A_LINE))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
