"""How much the packed streams of a PDF would take once unpacked, found without keeping any of it."""

from __future__ import annotations

import re
import zlib

__all__ = ["unpacks_within"]

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY = 400
"""How far before its stream, in bytes, a stream's dictionary is looked for."""
_PICTURE = re.compile(rb"/Subtype\s*/Image")
_PACKED = re.compile(rb"/Fl(?:ateDecode)?\b")
_PIECE = 1 << 16
_MOST = 1032
"""What a byte of a packed stream unpacks to at most."""


def unpacks_within(data: bytes, largest: int) -> bool:
    """Whether no stream of a PDF, pictures (which are never unpacked) left out, holds more than so many bytes."""
    for mark in _STREAM.finditer(data):
        if data.find(b"endstream", mark.end(), mark.end() + largest // _MOST) >= 0:
            continue
        before = data[max(0, mark.start() - _DICTIONARY) : mark.start()]
        own = before[before.rfind(b"obj") + 1 :]
        if _PACKED.search(own) and not _PICTURE.search(own) and not _is_within(data, mark.end(), largest):
            return False
    return True


def _is_within(data: bytes, start: int, largest: int) -> bool:
    stream, taken, piece = zlib.decompressobj(), 0, data[start : start + _PIECE]
    start += len(piece)
    try:
        while piece and not stream.eof:
            taken += len(stream.decompress(piece, _PIECE))
            if taken > largest:
                return False
            piece = stream.unconsumed_tail
            if not piece:
                piece = data[start : start + _PIECE]
                start += len(piece)
    except zlib.error:
        return True  # damaged: what follows finds that out
    return True
