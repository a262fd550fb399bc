"""The bytes of a file, checked before anything is read from them, and text decoded from bytes."""

from __future__ import annotations

import codecs
import hashlib
import re
import unicodedata
import zlib
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ReadError

__all__ = ["LARGEST", "Source", "clean", "decode", "load"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF", "name it .pdf"),
    (b"PK\x03\x04", "a zip archive, as .docx and .xlsx are", "name it .docx if Word wrote it"),
    (b"\xd0\xcf\x11\xe0", "an old or encrypted Office file", "save it as .docx without a password"),
    (b"{\\rtf", "rich text (RTF)", "save it as .docx"),
    (b"\x89PNG", "a picture", "run text recognition on it first"),
    (b"\xff\xd8\xff", "a picture", "run text recognition on it first"),
)
_GZIP = b"\x1f\x8b\x08"
LARGEST = 200 << 20
"""The most bytes that a packed file may unpack to."""
_CODINGS = "UTF-8, UTF-16 with a byte order mark and GB18030"
_COMMON_SHARE = 0.9
"""The share of a GB18030 text's Chinese characters that are in GB 2312's first level; another coding misread has far less."""

_REPLACED = "\ufffd"
_FEW_DAMAGED = 3
_DAMAGED_SHARE = 0.01
"""The most that may be damaged of a text."""

# What fonts and converters put in place of characters and spaces: radicals, ligatures, odd spaces, marks of no width.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BREAKS = re.compile("\r\n?|[\u0085\u2028\u2029\x0b]")
_LEVEL_ONE = range(0xB0A1, 0xD7FA)


@dataclass(frozen=True, slots=True)
class Source:
    """A file's name (without its folder), its bytes and their SHA-256."""

    path: Path
    data: bytes

    @property
    def name(self) -> str:
        """The file's name, without its folder."""
        return self.path.name

    @property
    def sha256(self) -> str:
        """Of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def error(self, found: str, remedy: str) -> ReadError:
        """A ReadError in one line: the file, what was found there, what to do."""
        return ReadError(f"{self.path}: {found}; {remedy}".replace("\n", " "))


def load(path: Path, suffixes: tuple[str, ...]) -> Source:
    """The file's bytes; ReadError where its suffix is not one of these, or it is missing, a folder, unreadable or empty."""
    if path.suffix.lower() not in suffixes:
        found = f"its suffix is {path.suffix!r}" if path.suffix else "its name has no suffix"
        raise ReadError(f"{path}: {found}; allowed here: {', '.join(suffixes)}; convert the file or correct its name")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise ReadError(f"{path}: there is no such file; check the name and the folder") from None
    except OSError as error:
        raise ReadError(f"{path}: it cannot be opened ({error.strerror}); a readable file is needed") from None
    source = Source(path, data)
    if not data.strip():
        raise source.error("the file is empty", "give a file that holds text")
    return Source(path, _unpacked(source)) if data.startswith(_GZIP) else source


def _unpacked(source: Source) -> bytes:
    """What a server sent packed and was saved so."""
    stream = zlib.decompressobj(wbits=31)
    try:
        data = stream.decompress(source.data, LARGEST)
    except zlib.error:
        raise source.error("it is packed (gzip) and damaged", "unpack it, or download it again") from None
    if stream.unconsumed_tail:
        raise source.error(f"unpacked it is larger than {LARGEST >> 20} MB", "unpack it and give the documents in it")
    if not stream.eof:
        raise source.error("it is packed (gzip) and breaks off", "download it again, whole")
    return data


def decode(source: Source, *, declared: str = "") -> str:
    """The text of the bytes, cleaned: by byte order mark, then as declared, then as UTF-8, then as GB18030, in which the last
    two a few bytes may be damaged; else ReadError."""
    data = source.data
    for signature, what, remedy in _SIGNATURES:
        if data.startswith(signature):
            raise source.error(f"it is {what}, not text", remedy)
    text = _by_mark(source) or _as_declared(data, declared) or _strict(data, "utf-8") or _as_gb18030(data) or _damaged(data)
    if text is None or "\x00" in text:
        raise source.error("its bytes are not text in a known coding", f"allowed: {_CODINGS}; save it as UTF-8")
    return clean(text)


def clean(text: str) -> str:
    r"""Line breaks as ``\n``, every space a plain one, nothing invisible, no radicals for characters, no wide digits, quotation
    marks of the mainland, no blank that parts a Chinese mark from its words.

    >>> clean("\ufeff⼤\u3000学２０年\r\n"), clean("甲乙 ， 「丙」 。")
    ('大 学20年\n', '甲乙，“丙”。')
    """
    text = _BREAKS.sub("\n", text).replace("\u00ad\n", "-\n")  # a soft hyphen shows where a line ends
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    text = text.translate(_FOLDS) if any(ord(char) in _FOLDS for char in set(text)) else text
    return "\n".join(map(_close, text.split("\n"))) if _LOOSE.search(text) else text


def _close(line: str) -> str:
    """The line without the blanks that part a mark from its words; as it is where text recognition parted its characters."""
    return _LOOSE.sub("", line) if line.count(" ") < _PARTED_SHARE * len(line) else line


def _by_mark(source: Source) -> str | None:
    for mark, coding in _BOMS:
        if source.data.startswith(mark):
            text = _strict(source.data[len(mark) :], coding)
            if text is None:
                raise source.error(f"it is marked as {coding} but is not", f"allowed: {_CODINGS}; save it as UTF-8")
            return text
    return None


def _as_declared(data: bytes, declared: str) -> str | None:
    """GB 2312 and GBK are parts of GB18030, and pages that declare them use the whole."""
    name = declared.strip().lower()
    if not name:
        return None
    return _strict(data, "gb18030" if name in {"gb2312", "gbk", "x-gbk", "gb_2312-80"} else name)


def _damaged(data: bytes) -> str | None:
    """The text less a few bytes that are in no coding, as servers cut and join pages."""
    for coding in ("utf-8", "gb18030"):
        text = data.decode(coding, "replace")
        if text.count(_REPLACED) <= max(_FEW_DAMAGED, _DAMAGED_SHARE * len(text)) and _is_common(text):
            return text.replace(_REPLACED, "")
    return None


def _as_gb18030(data: bytes) -> str | None:
    text = _strict(data, "gb18030")
    return text if text is not None and _is_common(text) else None


def _is_common(text: str) -> bool:
    """Whether the Chinese of a text is of common characters: misread, it is of rare ones."""
    han = [char for char in text if "\u3400" <= char <= "\u9fff" or "\ue000" <= char <= "\uf8ff"]
    common = sum(_is_level_one(char) for char in han)
    return common >= _COMMON_SHARE * len(han)


def _is_level_one(char: str) -> bool:
    return int.from_bytes(char.encode("gb2312", "replace").rjust(2, b"\0")) in _LEVEL_ONE


def _strict(data: bytes, coding: str) -> str | None:
    try:
        return data.decode(coding)
    except (UnicodeDecodeError, LookupError):
        return None


_SUPPLEMENT = dict(
    zip(
        "⼾⺁⺠⺟⻁⻄⻅⻆⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "户厂民母虎西见角贝足车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
"""Radicals that Unicode does not fold by itself (after its EquivalentUnifiedIdeograph.txt), or folds to a traditional form."""
_FOLDED = [*range(0x2F00, 0x2FE0), *range(0xF900, 0xFB07)]
_WIDE = [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), *map(ord, "％＋－．／＜＝＞")]
"""Digits, letters and signs of figures as wide as a Chinese character; Chinese punctuation stays as it is."""
_FOLDS = {point: unicodedata.normalize("NFKC", chr(point)) for point in [*_FOLDED, *_WIDE]} | str.maketrans(_SUPPLEMENT)
_FOLDS |= {0x301C: "～", 0x2010: "-", 0x2011: "-"} | {
    ord(mark): ours for mark, ours in zip("「」『』﹁﹂〝〞", "“”‘’“”“”", strict=True)
}
"""And the wave dash, which fonts print for the full-width tilde, hyphens, and the quotation marks of Taiwan and Hong Kong."""
_LOOSE = re.compile("(?<=[^\\s|]) {1,2}(?=[，。；：、？！）》】”])|(?<=[，。；：、？！（《【“]) (?=[\u4e00-\u9fff“《（])")
"""Blanks on the wrong side of a mark, and single ones on the right side; wider ones may part columns."""
_PARTED_SHARE = 0.35
"""So much of a line are blanks where each of its characters stands apart."""
