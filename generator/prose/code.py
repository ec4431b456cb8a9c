"""Code in prose, with the colors of its language."""

import re
from functools import lru_cache
from html import escape

_LANGUAGE = re.compile(r"[A-Za-z0-9_+#.-]{1,40}")


@lru_cache(maxsize=512)
def highlighted(code: str, language: str) -> str:
    """A block of code as HTML. Without a language, or with one that is not known, it has no colors.

    The classes are those that the theme has colors for.
    """
    known = _LANGUAGE.fullmatch(language) is not None
    shown = _colored(code, language) if known else escape(code, quote=False)
    kind = f" language-{language}" if known else ""
    return f'<div class="highlight{kind}"><pre><code>{shown}</code></pre></div>\n'


def _colored(code: str, language: str) -> str:
    # Imported when a page needs it: it takes longer than most commands run.
    from pygments import highlight  # noqa: PLC0415
    from pygments.formatters import HtmlFormatter  # noqa: PLC0415
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415
    from pygments.util import ClassNotFound  # noqa: PLC0415

    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return escape(code, quote=False)
    return str(highlight(code, lexer, HtmlFormatter(nowrap=True)))
