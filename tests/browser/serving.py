"""The product as a real process: started, killed without warning, and started again on the same database and port."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60


class Server:
    """One process of the product with a database and a log of its own."""

    def __init__(self, folder: Path, database_url: str = "", program: Path = ROOT) -> None:
        """Choose a free port; everything that is written goes to ``folder``, unless another database is named."""
        self._program = program
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self._port}"
        self.database = folder / "pathway.db"
        self.database_url = database_url or f"sqlite:///{self.database}"
        self._log = folder / "server.log"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the process and wait until it answers."""
        command = [sys.executable, "-m", "streamlit", "run", "server.py"]
        options = ["--server.address=127.0.0.1", f"--server.port={self._port}"]
        environment = {**os.environ, "DATABASE_URL": self.database_url}
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [*command, *options],
                cwd=self._program,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=2):
                    return
            except OSError:
                time.sleep(0.2)
        raise TimeoutError(f"{self.address} did not answer within {START_SECONDS} seconds: {self.said()}")

    def said(self) -> str:
        """Return what the process has written so far."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def kill(self) -> None:
        """End the process as a power cut would, with signal 9."""
        assert self._process
        self._process.kill()
        self._process.wait()

    def ask_to_end(self) -> None:
        """Ask the process to end, without waiting for it."""
        assert self._process
        self._process.terminate()

    def stop(self) -> None:
        """Ask the process to end, and see that it does."""
        self.ask_to_end()
        assert self.ended(within=20)

    def ended(self, *, within: float) -> bool:
        """Return whether the process has ended after so many seconds at most."""
        assert self._process
        try:
            self._process.wait(timeout=within)
        except subprocess.TimeoutExpired:
            return False
        return True
