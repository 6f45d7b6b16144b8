"""A folder of pages for this machine's own browser, and for nobody else."""

from http.server import SimpleHTTPRequestHandler
from typing import Any


class LocalPages(SimpleHTTPRequestHandler):
    """Plain files; a request that names another host (a foreign page that guesses our port) gets nothing."""

    def do_GET(self) -> None:
        """Answer only requests made to the loopback address by its own name."""
        if self._is_ours():
            super().do_GET()

    def do_HEAD(self) -> None:
        """As `do_GET`, without the body."""
        if self._is_ours():
            super().do_HEAD()

    def _is_ours(self) -> bool:
        host = self.headers.get("Host", "").rsplit(":", 1)[0]
        if host in {"127.0.0.1", "localhost"}:
            return True
        self.send_error(403, "This server answers only to 127.0.0.1")
        return False

    def end_headers(self) -> None:
        """Pages change with each build, and load nothing from elsewhere."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", "default-src 'self' 'unsafe-inline' data:; frame-ancestors 'none'")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""
