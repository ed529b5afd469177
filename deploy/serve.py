"""Run several processes of Pathway behind nginx, and start again whichever ends: ``make serve``.

All of them share the database that DATABASE_URL names, and nothing else.
"""

import argparse
import os
import re
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
FIRST_PORT = 8601  # of the processes; nginx alone is reached from outside
LOOK_SECONDS = 0.5
END_SECONDS = 30
LISTS = re.compile(r"# --- the processes.*?# --- end of the processes\n", re.DOTALL)
WORK = "PATHWAY_WORK"
SHARED = "STREAMLIT_SERVER_COOKIE_SECRET"  # what signs cookies; every process has to know the same

FRAME = """\
daemon off;
pid {folder}/nginx.pid;
error_log stderr warn;
worker_processes auto;
events {{ worker_connections 4096; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
{served}
}}
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until asked to end; return 2, with a sentence, where that cannot be done as asked."""
    chosen = _parser().parse_args(arguments)
    trouble = reason_not_to(chosen.processes, os.environ, proxy=not chosen.bare)
    if trouble:
        sys.stderr.write(f"{trouble}\n")
        return 2
    ports = [chosen.first_port + number for number in range(chosen.processes)]
    with tempfile.TemporaryDirectory(prefix="pathway-serve-") as folder:
        Path(folder).chmod(0o755)  # nginx gives up being root
        written = Path(folder) / "nginx.conf"
        written.write_text(configuration(chosen.port, ports, folder), encoding="utf-8")
        proxy = [] if chosen.bare else [[_nginx(), "-c", str(written), "-e", "stderr"]]
        shared = {SHARED: secrets.token_hex(32), **os.environ}
        commands = [(command, shared) for command in proxy]
        commands += [(_process(port), {WORK: who_works(number), **shared}) for number, port in enumerate(ports)]
        _keep_running(commands)
    return 0


def reason_not_to(processes: int, environment: Mapping[str, str], *, proxy: bool) -> str:
    """Return why so many processes cannot be run here; empty when they can."""
    if processes > 1 and not environment.get("DATABASE_URL", "").startswith("postgresql"):
        return "Several processes need PostgreSQL: set DATABASE_URL, or serve with PROCESSES=1."
    if proxy and not _nginx():
        return 'nginx is not installed; install the package "nginx" (its name on Debian) and try again.'
    return ""


def configuration(port: int, ports: Sequence[int], folder: str) -> str:
    """Return nginx's whole configuration: the one in this folder for these ports, kept in ``folder``."""
    example = (HERE / "nginx.conf").read_text(encoding="utf-8")
    served = LISTS.sub(lambda _: lists(ports), example)
    served = served.replace("listen 80;", f"listen {port};").replace("server_name pathway.example.org;", "")
    served = served.replace("/var/log/nginx/pathway.log", f"{folder}/access.log")
    return FRAME.format(folder=folder, served=served)


def lists(ports: Sequence[int]) -> str:
    """Return the part of nginx's configuration that names the processes."""
    names = [f"process_{number}" for number, _ in enumerate(ports, start=1)]
    drawn = [f"    {100 / len(names):g}%  {name};" for name in names[:-1]] + [f"    *  {names[-1]};"]
    known = [f"    {name}  {name};" for name in names] + ["    default  $drawn;"]
    upstreams = [_upstream(name, own, ports) for name, own in zip(names, ports, strict=True)]
    blocks = (("split_clients $request_id $drawn", drawn), ("map $cookie_pathway_process $process", known), *upstreams)
    return "".join("\n".join((f"{head} {{", *lines, "}\n")) for head, lines in blocks)


def _upstream(name: str, own: int, ports: Sequence[int]) -> tuple[str, list[str]]:
    first = f"    server 127.0.0.1:{own} max_fails=1 fail_timeout=2s;"
    return f"upstream {name}", [first, *(f"    server 127.0.0.1:{port} backup;" for port in ports if port != own)]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m deploy.serve", description=__doc__)
    parser.add_argument("--processes", type=int, default=2, choices=range(1, 65), metavar="N")
    parser.add_argument("--port", type=int, default=8501, help="where people reach it")
    parser.add_argument("--first-port", type=int, default=FIRST_PORT, help="of the processes, on this machine only")
    parser.add_argument("--bare", action="store_true", help="without nginx, where one runs already")
    return parser


def who_works(number: int) -> str:
    """Return who does the long work for the process of this number, from 0: beside one of them is enough."""
    return "elsewhere" if number else "here"


def _nginx() -> str:
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin") or ""


def _process(port: int) -> list[str]:
    pages = [sys.executable, "-m", "streamlit", "run", "server.py"]
    return [*pages, "--server.address=127.0.0.1", f"--server.port={port}"]


def _keep_running(commands: Sequence[tuple[Sequence[str], Mapping[str, str]]]) -> None:
    """Start everything, start again what ends by itself, and end everything when asked to."""
    asked_to_end = False

    def end(*_: object) -> None:
        nonlocal asked_to_end
        asked_to_end = True

    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, end)
    running = [_start(*command) for command in commands]
    while not asked_to_end:
        time.sleep(LOOK_SECONDS)
        for number, process in enumerate(running):
            if process.poll() is not None and not asked_to_end:
                sys.stderr.write(f"{commands[number][0][0]} ended with {process.returncode}; it is started again.\n")
                running[number] = _start(*commands[number])
    _end(running)


def _start(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    # In a group of its own: an interrupt from the keyboard reaches this program, which ends the others in order.
    return subprocess.Popen(command, cwd=ROOT, env=dict(environment), stdin=subprocess.DEVNULL, start_new_session=True)


def _end(running: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in running:
        process.terminate()
    for process in running:
        try:
            process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()


if __name__ == "__main__":
    sys.exit(main())
