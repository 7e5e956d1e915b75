"""A proxy in front forwards the webhook's path and nothing else: as the files read, and as the real ones read them."""

import re
import shutil
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.deploy.files import text

TELLS = ("/metrics", "/healthz", "/readyz", "/", "/hook/", "/hookx", "/%6detrics", "//metrics", "/hook/../metrics")


def test_only_one_path_leads_in() -> None:
    nginx, caddy = text("nginx.conf"), text("Caddyfile")

    assert nginx.count("proxy_pass") == caddy.count("reverse_proxy") == 1
    assert nginx.index("location = /hook {") < nginx.index("proxy_pass") < nginx.index("location / {")
    assert re.search(r"location / \{\s+return 404;", nginx)
    assert re.search(r"@hook \{\s+method POST\s+path /hook\s+\}\s+handle @hook \{[^@]+reverse_proxy", caddy)
    assert re.search(r"handle \{\s+respond 404\s+\}", caddy)
    for each in (nginx, caddy):
        assert "127.0.0.1:8443" in each
        assert "health_uri" not in each  # who asks for readiness would keep Telegram out


class Behind(BaseHTTPRequestHandler):
    """What stands where Homeline would: it answers anything, and says what it was asked."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"homeline {self.path}".encode())

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"homeline")

    def log_message(self, *_values: object) -> None:
        """Nothing."""


@pytest.fixture
def behind() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Behind)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


def free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def asked(port: int, path: str, body: bytes | None = None) -> tuple[int, bytes]:
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", data=body)
    request.add_header("Host", "bot.example.org")
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def only_the_hook(command: list[str], port: int) -> None:
    """Begin the proxy, ask it for everything, and end it."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as proxy:
        try:
            for _ in range(200):
                with socket.socket() as there:
                    if there.connect_ex(("127.0.0.1", port)) == 0:
                        break
                assert proxy.poll() is None, proxy.stderr and proxy.stderr.read()
                Event().wait(0.05)
            assert asked(port, "/hook", b"{}") == (200, b"homeline /hook")
            for each in TELLS:
                status, said = asked(port, each)
                assert (status, b"homeline" in said) == (404, False), each
                status, said = asked(port, each, b"{}")
                assert (status, b"homeline" in said) == (404, False), each
        finally:
            proxy.terminate()


@pytest.mark.nginx
def test_nginx_lets_the_webhook_in_and_nothing_else(tmp_path: Path, behind: int) -> None:
    port = free()
    server = text("nginx.conf").replace("443 ssl", f"127.0.0.1:{port}").replace("127.0.0.1:8443", f"127.0.0.1:{behind}")
    server = re.sub(r"(?m)^ *ssl_\w+ .*$", "", server)
    temporary = " ".join(
        f"{each}_temp_path {tmp_path}/{each};" for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    file = tmp_path / "nginx.conf"
    file.write_text(f"daemon off; pid {tmp_path}/pid; error_log stderr; events {{}} http {{ {temporary}\n{server}\n}}")
    only_the_hook([shutil.which("nginx") or "nginx", "-e", "stderr", "-p", str(tmp_path), "-c", str(file)], port)


@pytest.mark.caddy
def test_caddy_lets_the_webhook_in_and_nothing_else(
    tmp_path: Path, behind: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free()
    monkeypatch.setenv("HOME", str(tmp_path))
    site = text("Caddyfile").replace("bot.example.org {", f"http://bot.example.org:{port} {{", 1)
    file = tmp_path / "Caddyfile"
    file.write_text("{\n\tadmin off\n}\n" + site.replace("127.0.0.1:8443", f"127.0.0.1:{behind}"))
    only_the_hook(["caddy", "run", "--adapter", "caddyfile", "--config", str(file)], port)
