"""A real Neo4j Community server for the tests, from Maven Central: get, start, kill, import.

python tests/neo4j_server/server.py HOME        starts one to play with; stops with Ctrl-C
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from functools import cache
from pathlib import Path

POM = Path(__file__).with_name("pom.xml")
PASSWORD = "only-for-tests"
SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.http.advertised_address=127.0.0.1:{http}
server.https.enabled=false
server.directories.import={home}/import
server.memory.heap.initial_size=512m
server.memory.heap.max_size=1g
server.memory.pagecache.size=256m
dbms.usage_report.enabled=false
client.allow_telemetry=false
"""
OPEN = [
    f"--add-opens=java.base/{part}=ALL-UNNAMED"
    for part in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
]


class Missing(Exception):
    """Java, Maven or the way to Maven Central is not there."""


@cache
def class_path() -> str:
    """Return the class path of the server; Maven gets what is not there yet."""
    for program in ("java", "mvn"):
        if not shutil.which(program):
            raise Missing(f"{program} (apt-get install default-jre-headless maven)")
    plugin = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath"
    with tempfile.NamedTemporaryFile(mode="r", encoding="utf-8") as found:
        where = f"-Dmdep.outputFile={found.name}"
        ran = subprocess.run(
            ["mvn", "-B", "-q", "-f", POM, plugin, "-DincludeScope=runtime", where],
            capture_output=True,
            text=True,
            timeout=300,
        )
        jars = found.read().strip()
    if ran.returncode or not jars:
        raise Missing(f"Maven Central ({(ran.stdout + ran.stderr).strip()[-300:]})")
    return jars


class Server:
    """One server with a home folder of its own; it keeps its data when it is killed."""

    def __init__(self, home: Path) -> None:
        """Prepare *home* and set the password."""
        self.home = home
        self.bolt, self.http = _free_port(), _free_port()
        self.uri, self.user, self.password = f"bolt://127.0.0.1:{self.bolt}", "neo4j", PASSWORD
        self.browser = f"http://127.0.0.1:{self.http}/browser/"
        self._process: subprocess.Popen[bytes] | None = None
        for name in ("conf", "data", "logs", "plugins", "import", "run"):
            (home / name).mkdir(parents=True, exist_ok=True)
        settings = SETTINGS.format(bolt=self.bolt, http=self.http, home=home)
        (home / "conf" / "neo4j.conf").write_text(settings, "utf-8")
        if not (home / "data" / "dbms").exists():
            self.admin("dbms", "set-initial-password", PASSWORD)

    def admin(self, *words: object, folder: Path | None = None) -> str:
        """Run ``neo4j-admin`` with *words* in *folder* and return what it prints."""
        ran = subprocess.run(
            self._java("-Xmx1g", "org.neo4j.cli.AdminTool", *map(str, words)),
            env=self._environment(),
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout

    def start(self, patience: float = 120) -> None:
        """Start the server and wait until it answers."""
        words = ("-Xms512m", "-Xmx1g", "org.neo4j.server.CommunityEntryPoint")
        where = (f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}")
        with (self.home / "logs" / "console.log").open("ab") as log:
            self._process = subprocess.Popen(
                self._java(*words, *where), env=self._environment(), stdout=log, stderr=log
            )
        until = time.monotonic() + patience
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                raise AssertionError(
                    (self.home / "logs" / "console.log").read_text("utf-8")[-3000:]
                )
            time.sleep(0.2)

    def kill(self) -> None:
        """Kill the server as a power cut would."""
        if self._process:
            self._process.kill()
            self._process.wait()

    def stop(self) -> None:
        """Let the server end by itself."""
        if self._process:
            self._process.terminate()
            self._process.wait(60)
            self._process = None

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.http}/", timeout=2):
                return _listens(self.bolt)
        except OSError:
            return False

    def _environment(self) -> dict[str, str]:
        import os

        own = {"NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}
        return {**os.environ, "CLASSPATH": class_path(), **own}

    @staticmethod
    def _java(*words: str) -> list[str]:
        return ["java", "-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1", *OPEN, *words]


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _listens(port: int) -> bool:
    with socket.socket() as asked:
        asked.settimeout(2)
        return asked.connect_ex(("127.0.0.1", port)) == 0


if __name__ == "__main__":
    here = Server(Path(sys.argv[1]).resolve())
    here.start()
    print(f"{here.browser}  {here.uri}  user {here.user}  password {here.password}", flush=True)
    try:
        while True:
            time.sleep(3600)
    except KeyboardInterrupt:
        here.stop()
