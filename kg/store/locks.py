"""Who may have the folder of an embedded store open: many that read, or one that writes.

The lock is the kernel's, on the folder itself: it ends with the process that holds it, however that ends.
"""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path

from kg.errors import StoreUnavailable

__all__ = ["Lock"]

_PATIENCE, _PAUSE = 2.0, 0.05
"""Seconds: a question has the folder for less than that, and so has a small write."""


class Lock:
    """The lock on a folder that is there, shared by who reads; StoreUnavailable where others keep it for longer."""

    def __init__(self, folder: Path, *, reading: bool) -> None:
        self._folder = folder
        self._file = os.open(folder, os.O_RDONLY)
        try:
            self._take(fcntl.LOCK_SH if reading else fcntl.LOCK_EX)
        except BaseException:
            self.release()
            raise

    def alone(self) -> None:
        """Keep all others out from now on."""
        self._take(fcntl.LOCK_EX)

    def shared(self) -> None:
        """Let others read from now on."""
        self._take(fcntl.LOCK_SH)

    def release(self) -> None:
        """Let go of the folder; again is harmless."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _take(self, kind: int) -> None:
        last = time.monotonic() + _PATIENCE
        while True:
            try:
                fcntl.flock(self._file, kind | fcntl.LOCK_NB)
            except BlockingIOError as error:
                if time.monotonic() > last:
                    raise self._refused(kind) from error
                time.sleep(_PAUSE)
            else:
                return

    def _refused(self, kind: int) -> StoreUnavailable:
        if kind == fcntl.LOCK_SH:
            return StoreUnavailable(f"{self._folder}: another process is writing to this store; ask again when it has ended")
        return StoreUnavailable(f"{self._folder}: another process has this store open; wait for it to end, or close it")
