"""Prose becomes HTML of a few fixed tags; what an author writes can add none."""

import re

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup as Html

from generator.prose import Citation, Resolver, held, mentions, plain, render
from generator.prose.parser import PARSER

RESOLVER = Resolver(
    lambda entry, text: Html("<a>{}|{}</a>").format(entry, text),
    lambda source: Html("<sup>{}</sup>").format(source),
)
TAG = re.compile(
    r"</?(?:p|ul|ol|li|strong|em|code|pre|a|sup|blockquote|table|thead|tbody|tr|th|td|h[1-6])>"
    r"|<br>|<hr>|</div>|</span>"
    r'|<a href="[^"<>]*"(?: title="[^"<>]*")?>|<ol start="\d+">'
    r'|<(?:div|span) class="[^"<>]*">|<img src="[^"<>]*" alt="[^"<>]*" loading="lazy">'
)
SIGNS = list("ab1.-*_`[]()<>!&\\|@#~:\"'é😀\n ")
PIECES = [
    *("[[x]]", "[[x-y|a b]]", "[@s]", "**b**", "*b*", "`c`", "`<c>`", "``` ", "```", "~~~"),
    *(
        "\n- ",
        "\n1. ",
        "\n2. ",
        "\n\n",
        "\n  ",
        " a ",
        " b\n",
        "<b>",
        "</p>",
        "<!--",
        "&amp;",
        "&lt;",
    ),
    *("](", "](https://a.b)", "](javascript:x)", "<https://a.b>", '" onclick="', "# ", "> ", "---"),
]
TEXTS = st.lists(st.sampled_from(SIGNS + PIECES), min_size=1, max_size=25).map("".join)
ANY_TEXTS = st.text(max_size=60) | TEXTS


def reference_of(mention: object) -> str:
    return f"@{mention.id}" if isinstance(mention, Citation) else str(getattr(mention, "id", ""))


def html(text: str, *, block: bool) -> str:
    return str(render(text, RESOLVER, block=block))


@settings(max_examples=1500, deadline=None, derandomize=True)
@given(text=ANY_TEXTS, block=st.booleans())
@example(text="<script>alert(1)</script>", block=True)
@example(text="[[<b>|<i>]] [@<s>]", block=True)
@example(text='[a](https://a.b/"><script>)', block=True)
@example(text='[a](https://a.b "<b>\\" x")', block=True)
@example(text="``` <b>\n<i>\n```", block=True)
@example(text="- <b>\n- `<i>`", block=True)
def test_no_tag_is_an_authors(*, text: str, block: bool) -> None:
    rest = TAG.sub("", html(text, block=block))
    assert "<" not in rest
    assert ">" not in rest


@settings(max_examples=800, deadline=None, derandomize=True)
@given(TEXTS)
@example("[a](javascript:alert(1))")
@example("[a](data:text/html;base64,x)")
@example("<javascript:alert(1)>")
def test_links_run_no_script(text: str) -> None:
    for address in re.findall(r'(?:href|src)="([^"]*)"', html(text, block=True)):
        assert not address.lower().startswith(("javascript:", "vbscript:", "data:", "file:"))


@settings(max_examples=1000, deadline=None, derandomize=True)
@given(ANY_TEXTS)
@example("\x00\r\n\x1b[[x]]\x85")
@example("[" * 300)
@example("[[" * 150 + "]]" * 150)
@example("**" * 200)
@example("- " * 200)
@example("`" * 99 + "a" + "`" * 98)
def test_any_text_can_be_told_without_its_markup(text: str) -> None:
    assert isinstance(plain(text), str)
    assert all(isinstance(mention.id, str) for mention in mentions(text))
    assert all(text.startswith(one.excerpt, one.start) for one in held(text, block=True))


@settings(max_examples=1500, deadline=None, derandomize=True)
@given(text=TEXTS, block=st.booleans())
@example(text="a `<b>` & [[x|a & b]] [@s&t] **c**", block=True)
@example(text="A:\n- one\n  more\n- two\n\nB:\n\n1. one\n2. two", block=True)
def test_the_fast_way_gives_what_the_parser_gives(*, text: str, block: bool) -> None:
    text = text.strip()
    assume(text)
    assume("***" not in text)
    parsed = PARSER.render if block else PARSER.renderInline
    assert trimmed(html(text, block=block)) == trimmed(parsed(text, {"resolver": RESOLVER}))


def trimmed(markup: str) -> str:
    """Without differences that nobody sees: space at the ends of lines, how quotes are written."""
    return re.sub(r"[ \t]+(?=\n|</p>|</li>|$)", "", markup).replace("&quot;", '"')


def test_strong_words_that_touch_are_one_for_both_ways() -> None:
    text = "**a****b**"
    assert html(text, block=True) == PARSER.render(text, {"resolver": RESOLVER})


@pytest.mark.parametrize("text", ["*\ta", "+\ta"])
def test_items_behind_a_tab_are_items_for_both_ways(text: str) -> None:
    assert html(text, block=True) == PARSER.render(text, {"resolver": RESOLVER})


@settings(max_examples=1500, deadline=None, derandomize=True)
@given(TEXTS)
def test_what_is_mentioned_is_what_is_shown(text: str) -> None:
    assume(not re.search("```|~~~", text))
    assume(all(line.count("`") % 2 == 0 for line in text.split("\n")))
    shown: list[str] = []

    def reference(entry: str, _: str) -> Html:
        shown.append(entry)
        return Html()

    def citation(source: str) -> Html:
        shown.append(f"@{source}")
        return Html()

    render(text, Resolver(reference, citation), block=True)
    assert [reference_of(mention) for mention in mentions(text)] == shown


@pytest.mark.parametrize(
    "text",
    [
        "```\n[[x]] [@s]\n```\n",
        "```\n[[x]]",
        "~~~\n[[x]]\n~~~\n",
        "``a ` [[x]]``",
        "`[[x]]`",
        "\\[[x]]",
        "\\[@s]",
        "[ [x]]",
        "[[x",
        "[[x\ny]]",
        "[[]]",
        "[@ s]",
    ],
)
def test_nothing_is_mentioned_in_code_or_behind_a_backslash(text: str) -> None:
    assert list(mentions(text)) == []


def test_lone_backticks_of_two_paragraphs_hide_no_mention() -> None:
    assert [reference_of(mention) for mention in mentions("A ` tick.\n\n[[x]]\n\nA ` tick.")] == [
        "x"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A **b** *c* `d`.", "A b c d."),
        ("See [[linked-service]] and [[pipeline|pipelines]].", "See linked service and pipelines."),
        ("At most 4 [@learn], or 8 [@learn].", "At most 4, or 8."),
        ("One\nline.\n\nTwo.", "One line.\nTwo."),
        ("- a\n- b [@s]\n\n1. c", "a\nb\nc"),
        ("[text](https://a.b)", "text"),
        ("```\na\nb\n```", "a\nb"),
        ("a &amp; b \\* c <d>", "a & b * c <d>"),
        ("", ""),
    ],
)
def test_plain_text_reads_aloud(text: str, said: str) -> None:
    assert plain(text) == said


def test_mentions_know_where_they_begin() -> None:
    text = "[[x]] [[x|y]] [[x]] [@s] [@s]"
    for mention in mentions(text):
        assert text.startswith(mention.written, mention.start)
    assert [mention.start for mention in mentions(text)] == [0, 6, 14, 20, 25]


@pytest.mark.parametrize(
    "text",
    [
        r"Write \<br> here.",
        "`<br>` is written &lt;br&gt;: <https://e.example>.",
        "Write &lt;br&gt; here, as in <https://e.example>.",
    ],
)
def test_html_that_is_written_to_be_shown_is_no_html(text: str) -> None:
    assert [one.excerpt for one in held(text, block=True) if one.kind == "html"] == []
    (told,) = [one for one in held(f"{text} Then <br> itself.", block=True) if one.kind == "html"]
    assert told.start == len(f"{text} Then ")
