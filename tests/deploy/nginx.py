"""Starts the shipped nginx before dashboards of this machine; ``python -m tests.deploy.nginx`` finds or unpacks one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.browser.chromium import APT
from tests.serving import ROOT, Served, free_port, served, until

DEPLOY = ROOT / "deploy"
UNPACKED = Path(sys.prefix) / "nginx"
"""Nothing is installed on the machine, and no service is started."""
MISSING = "No nginx found or unpacked. Install one (on Debian: apt install nginx) or name it with NGINX=/path/to/it."


def installed() -> str | None:
    """The path of an nginx that is there: named by NGINX, on the PATH or where Debian has it, or unpacked before."""
    named = (os.environ.get("NGINX"), shutil.which("nginx"), "/usr/sbin/nginx", str(UNPACKED / "usr/sbin/nginx"))
    return next((path for path in named if path and Path(path).is_file()), None)


def unpack() -> str | None:
    """Unpacks Debian's nginx; its path, or None where that cannot be done."""
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        return None
    with tempfile.TemporaryDirectory() as folder:
        got = _quietly("apt-get", "download", "nginx", cwd=folder)
        if not got and os.geteuid() == 0 and _quietly(*APT, "update", cwd=folder):
            _quietly("apt-get", "download", "nginx", cwd=folder)
        for package in Path(folder).glob("nginx_*.deb"):
            _quietly("dpkg-deb", "--extract", str(package), str(UNPACKED), cwd=folder)
    return installed()


def _quietly(*command: str, cwd: str) -> bool:
    return subprocess.run(command, cwd=cwd, capture_output=True, check=False).returncode == 0


def nginx() -> str | None:
    """The path of an nginx that starts, or None."""
    path = installed() or unpack()
    return path if path and _quietly(path, "-v", cwd=".") else None


def configured(folder: Path, listens: str, replicas: str) -> list[str]:
    """The command of nginx with the shipped configuration, but listening and asking elsewhere."""
    for name, text in {"listen.conf": listens, "replicas.conf": replicas}.items():
        (folder / name).write_text(text, encoding="utf-8")
    shutil.copy(DEPLOY / "nginx.conf", folder)
    as_root = ["-g", "user root;"] if os.geteuid() == 0 else []
    path = nginx() or pytest.fail(MISSING)
    return [path, "-e", "stderr", "-p", f"{folder}/", "-c", str(folder / "nginx.conf"), *as_root]


@contextmanager
def web(folder: Path, dashboards: Sequence[Served]) -> Iterator[Served]:
    """The shipped nginx before some dashboards, while the block runs."""
    port = free_port()
    replicas = (DEPLOY / "replicas.conf").read_text(encoding="utf-8")
    for number, dashboard in enumerate(dashboards, 1):
        replicas = replicas.replace(f"dashboard-{number}:8501", f"127.0.0.1:{dashboard.port}")
    command = configured(folder, f"listen 127.0.0.1:{port};", replicas)
    with served(command, port) as running:
        yield running


def dashboard_of(web: Served, dashboards: Sequence[Served], source: str) -> Served:
    """The dashboard to which nginx sends who comes from an address of this machine."""
    before = web.said().count("\n")
    with closing(HTTPConnection("127.0.0.1", web.port, source_address=(source, 0), timeout=10)) as connection:
        connection.request("GET", "/health")
        connection.getresponse().read()
    until(lambda: web.said().count("\n") > before, 10)
    (port,) = re.findall(r" from 127\.0\.0\.1:(\d+)$", web.said().splitlines()[-1])
    return next(each for each in dashboards if each.port == int(port))


if __name__ == "__main__":
    sys.exit(0 if nginx() else MISSING)
