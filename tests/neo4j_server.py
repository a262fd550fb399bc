"""A Neo4j Community server from Maven Central, for a machine without Docker: ``python -m tests.neo4j_server`` starts one.

Neo4j is GPL-3: it runs beside us as a process of its own, its jars stay in ``.neo4j/`` and never become part of the package.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Server", "ServerError", "missing", "serve"]

ROOT = Path(__file__).parents[1]
POM = Path(__file__).with_name("neo4j") / "pom.xml"
PASSWORD = "yingtu-demo"
PORT = 7687

_NEEDED = {"java": "Java 17 (apt install openjdk-17-jre-headless)", "mvn": "Maven (apt install maven)"}
_ADMIN = "org.neo4j.server.startup.Neo4jAdminCommand"
_MAIN = "org.neo4j.server.CommunityEntryPoint"
_START_SECONDS = 120.0
_STOP_SECONDS = 30.0
_SETTINGS = """\
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=64m
db.tx_log.rotation.retention_policy=false
dbms.usage_report.enabled=false
"""
_JAVA_OPTIONS = (
    "-Xmx512m",
    "-XX:+UseSerialGC",
    "-Djava.awt.headless=true",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
)


class ServerError(Exception):
    """A server that cannot be fetched or does not start, with the end of what it said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server that answers, and its login."""

    url: str
    username: str = "neo4j"
    password: str = PASSWORD
    database: str | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What the command reads."""
        told = {"NEO4J_URI": self.url, "NEO4J_USERNAME": self.username, "NEO4J_PASSWORD": self.password}
        return told | ({"NEO4J_DATABASE": self.database} if self.database else {})


def missing() -> list[str]:
    """What this machine lacks to run a server, with how to get it."""
    return [how for tool, how in _NEEDED.items() if shutil.which(tool) is None]


@contextmanager
def serve(*, port: int | None = None, home: Path | None = None) -> Iterator[Server]:
    """A server while the block runs; without a home its data go when it stops, without a port it takes a free one."""
    lib = _jars()
    with tempfile.TemporaryDirectory(prefix="yingtu-neo4j-") as scratch:
        folder = home or Path(scratch)
        port = port or _free_port()
        _configure(folder, lib, port)
        log = folder / "console.log"
        with log.open("wb") as said:
            process = subprocess.Popen(
                _java(lib, _MAIN, f"--home-dir={folder}", f"--config-dir={folder / 'conf'}"), stdout=said, stderr=said
            )
        try:
            _wait(process, port, log)
            yield Server(url=f"neo4j://127.0.0.1:{port}")
        finally:
            _stop(process, gently=home is not None)


def main() -> None:
    """Serve on Neo4j's own port until Ctrl-C, keeping the data in ``.neo4j/data``."""
    lacking = missing()
    if lacking:
        sys.exit(f"neo4j_server: this machine lacks {' and '.join(lacking)}")
    try:
        with serve(port=PORT, home=ROOT / ".neo4j" / "data") as server:
            print(" ".join(f"{name}={value}" for name, value in server.environment.items()), flush=True)
            print("Ctrl-C stops it.", file=sys.stderr, flush=True)
            while True:
                time.sleep(3600)
    except ServerError as error:
        sys.exit(f"neo4j_server: {error}")
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)


def _jars() -> Path:
    """The folder of the server's jars, fetched by Maven once."""
    version = ElementTree.parse(POM).getroot().findtext("{*}properties/{*}neo4j.version")
    lib = ROOT / ".neo4j" / str(version) / "lib"
    if not (lib / f"neo4j-{version}.jar").is_file() or not (lib / f"neo4j-server-{version}.jar").is_file():
        goal = ["dependency:copy-dependencies", f"-DoutputDirectory={lib}", "-DincludeScope=runtime"]
        _run(["mvn", "--quiet", "--batch-mode", f"--file={POM}", *goal], "Maven did not fetch Neo4j")
    return lib


def _configure(folder: Path, lib: Path, port: int) -> None:
    (folder / "conf").mkdir(parents=True, exist_ok=True)
    (folder / "conf" / "neo4j.conf").write_text(_SETTINGS.format(port=port), encoding="utf-8")
    if not (folder / "data" / "dbms" / "auth.ini").exists():
        places = [f"-Dapp.home={folder}", f"-Dbasedir={folder}"]
        command = ["java", *places, "-cp", f"{lib}/*", _ADMIN, "dbms", "set-initial-password", PASSWORD]
        environment = {"NEO4J_HOME": str(folder), "NEO4J_CONF": str(folder / "conf")}
        _run(command, "the password was not set", environment)


def _java(lib: Path, main_class: str, *arguments: str) -> list[str]:
    return ["java", *_JAVA_OPTIONS, "-cp", f"{lib}/*", main_class, *arguments]


def _run(command: list[str], complaint: str, environment: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | (environment or {}))
    if done.returncode:
        raise ServerError(f"{complaint}: {(done.stdout + done.stderr).strip()[-600:]}")


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Wait until the server speaks Bolt; it opens the port some time before."""
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise ServerError(f"Neo4j ended at once: {log.read_text(errors='replace').strip()[-600:]}")
        if _speaks_bolt(port):
            return
        time.sleep(0.1)
    raise ServerError(f"Neo4j did not answer within {_START_SECONDS:.0f} s: {log.read_text(errors='replace').strip()[-600:]}")


def _speaks_bolt(port: int) -> bool:
    hello = bytes.fromhex("6060b017" + "00000005" + "00000004" + "00000000" + "00000000")
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
            connection.sendall(hello)
            return connection.recv(4) == bytes.fromhex("00000005")
    except OSError:
        return False


def _stop(process: subprocess.Popen[bytes], *, gently: bool) -> None:
    """End the server; one whose data are thrown away need not spend seconds on checkpoints."""
    if not gently:
        process.kill()
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


if __name__ == "__main__":
    main()
