"""Pele, which draws diagrams in Mermaid's language, in a JavaScript engine of its own.

The engine has no files and no network. A diagram takes about two milliseconds; starting takes a
hundred, once in each thread that draws.
"""

import json
import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

_MEMORY = 256 * 1024 * 1024
_SECONDS = 10
_SIGNS = 20_000
_EDGES = 400
"""More than anybody reads in one picture. Unlike seconds, these limits are the same everywhere."""

_ASK = """
function ask(source, options) {
  try {
    return JSON.stringify(pele.render(source, JSON.parse(options)));
  } catch (error) {
    if (!(error instanceof pele.PeleError)) throw error;
    return JSON.stringify({refused: error.code, line: error.line, message: error.message});
  }
}
"""
_THREAD = threading.local()


def render(source: str, width: int, prefix: str) -> dict[str, Any]:
    """Pele's answer: `svg` and `width`, or `refused` with a `message` and its `line`, from 1.

    The picture is laid out for `width` pixels, but can be wider. Its ids begin with `prefix`.
    """
    from quickjs import JSException  # noqa: PLC0415 - few commands draw anything

    options = {
        "maxWidth": width,
        # At any width, a row that is too long becomes a column, so that its words stay readable.
        "directionBreakpoint": 10_000,
        "idPrefix": prefix,
        "limit": _SIGNS,
        "maxEdges": _EDGES,
        "links": False,
        "images": False,
        "now": 0,  # the same picture on every day
    }
    ask = getattr(_THREAD, "ask", None)
    if ask is None:  # an engine belongs to the thread that started it
        ask = _THREAD.ask = _started()
    try:
        answer: dict[str, Any] = json.loads(ask(source, json.dumps(options)))
    except JSException:
        del _THREAD.ask  # without memory or time it is of no more use
        return {"refused": "limit", "line": 0, "message": "Drawing takes too long."}
    return answer


def _started() -> Any:
    from quickjs import Context  # noqa: PLC0415

    context = Context()
    context.set_memory_limit(_MEMORY)
    context.set_time_limit(_SECONDS)
    context.eval(_pele())
    context.eval(_ASK)
    return context.get("ask")


@lru_cache(maxsize=1)
def _pele() -> str:
    return Path(__file__).with_name("pele.js").read_text(encoding="utf-8")
