"""`kb links check`: what alert rules, charts, templates, dashboards and tickets lead to."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.clock import today
from generator.project.links import Ours, links_in

from .project import Run, base_project, kb, write

RULE = """\
groups:
  - name: nightly
    rules:
      - alert: NightlyRunFailed
        expr: failed > 0
        annotations:
          runbook_url: '{}'
"""
SITE = "https://kb.example.com/"
RUNBOOK = f"{SITE}runbooks/run-failed.html"
ALIVE = Run(0, "1 address, all of them alive.\n", "")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return base_project(tmp_path)


def check(root: Path, text: str, *options: str) -> Run:
    write(root, "rules.yaml", text)
    run = kb("links", "check", "--project", root, root / "rules.yaml", *options)
    return run._replace(out=run.out.replace(f"{root.as_posix()}/", ""))


LABELS = "factory-name={{ $labels.factory | urlquery }}&resource-group={{ $labels.group }}"


@pytest.mark.parametrize(
    "address",
    [
        RUNBOOK,
        f"{RUNBOOK}#look",
        f"{RUNBOOK}#escalate",
        f"{RUNBOOK}#look?{LABELS}",
        f"{RUNBOOK}#look?factory-name=adf-prod&pipeline-name=load+nightly",
        f"{SITE}glossary/pipeline.html#command-show",
        f"{SITE}glossary/pipeline.html#symptom-badrequest-the-pipeline-was-not-found",
        "https://{{ .Values.host }}/runbooks/run-failed.html#look",
    ],
)
def test_an_address_that_is_there_is_alive(root: Path, address: str) -> None:
    assert check(root, RULE.format(address)) == (0, "1 address, all of them alive.\n", "")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (
            f"{SITE}runbooks/run-faild.html",
            'names a page that the site does not have. Did you mean "runbooks/run-failed.html"?',
        ),
        (
            f"{RUNBOOK}#lok",
            'names a place that runbooks/run-failed.html does not have. Did you mean "look"?',
        ),
        (
            f"{RUNBOOK}#look?factry-name=x",
            'carries "factry-name", which the runbook does not ask for. '
            'Did you mean "factory-name"?',
        ),
        (
            f"{RUNBOOK}#look?factory-name=a%20b",
            'carries a value for "factory-name" that is refused: '
            "it does not fit: 3 to 63 letters, digits and hyphens. Correct it.",
        ),
    ],
)
def test_an_address_that_leads_nowhere_is_told(root: Path, address: str, told: str) -> None:
    run = check(root, RULE.format(address))
    shown = address if len(address) <= 80 else f"{address[:79]}…"
    assert run.out == f'rules.yaml:7:24: KB519 "{shown}" {told}\n'
    assert run.status == 1


def test_every_document_of_a_file_is_read(root: Path) -> None:
    text = f"---\na: '{RUNBOOK}'\n---\nb: '{RUNBOOK}#gone'\n"
    assert check(root, text).out.startswith('rules.yaml:4:4: KB519 "')


def test_a_file_without_addresses_is_no_success(root: Path) -> None:
    run = check(root, "groups: []\n")
    assert run == (1, "", "No address of this site stands there. Name the site with --site.\n")


def test_with_a_site_every_address_of_it_is_ours(root: Path) -> None:
    text = RULE.format(f"{SITE}guides/gone.html")
    assert "names a page" in check(root, text, "--site", SITE).out
    assert check(root, text).status == 1  # not ours without it, so nothing was checked
    assert check(root, RULE.format("https://other.example.com/x"), "--site", SITE).status == 1


def test_a_secret_never_travels_in_a_link(root: Path) -> None:
    path = "glossary/parameters/resource-group.yaml"
    write(root, path, (root / path).read_text() + "secret: true\n")
    told = check(root, RULE.format(f"{RUNBOOK}#look?resource-group=x")).out
    assert 'carries "resource-group", which is secret.' in told


def test_a_file_that_is_not_well_formed_is_read_all_the_same(root: Path) -> None:
    assert check(root, f"a: [{RUNBOOK}#look\n  b: '{{{{") == ALIVE


KINDS_OF_TEXT = {
    "a rule with a template": f"runbook_url: '{RUNBOOK}#look?{LABELS}'",
    "YAML without quotes": f"runbook_url: {RUNBOOK}#look?{LABELS}  # where to look",
    "a folded text": f"runbook_url: >-\n  {RUNBOOK}#look",
    "JSON inside of an annotation": f'a: |\n  {{"links": [{{"url": "{RUNBOOK}#look"}}]}}',
    "JSON inside of JSON": json.dumps({"a": json.dumps({"url": f"{RUNBOOK}#look"})}),
    "JSON by a careful program": json.dumps(f"{RUNBOOK}#look?{LABELS}")
    .replace("/", "\\/")
    .replace("&", "\\u0026"),
    "a chart": '{{ printf "%s" .x }} url: "{{ .Values.kb.url }}/runbooks/run-failed.html#look"',
    "a text in a chart": f'url: {{{{ "{RUNBOOK}#look" | quote }}}}',
    "a chart with a default": 'https://{{ .Values.host | default "kb" }}/runbooks/run-failed.html',
    "a dashboard": '"url": "${kb}/runbooks/run-failed.html#look?factory-name=${__field.name:text}"',
    "Terraform": 'url = "https://${var.host["kb"]}/runbooks/run-failed.html#look"',
    "Bicep": f"var a = '{RUNBOOK}#look?factory-name=${{factory.name}}'",
    "an ARM template": (
        f"\"[concat('{RUNBOOK}#look?factory-name=', parameters('factory'), "
        "'&resource-group=', resourceGroup().name)]\""
    ),
    "an ARM template with the host apart": (
        "\"[concat('https://', parameters('host'), '/runbooks/run-failed.html#', 'look')]\""
    ),
    "a token of a release": f"{RUNBOOK}#look?factory-name=#{{factory}}#",
    "a variable of a pipeline": f"{RUNBOOK}#look?factory-name=$(factory)",
    "a format of Python": f'"{RUNBOOK}#look?factory-name=%(factory)s" % values',
    "Markdown": f'See [it]({RUNBOOK}#look "Look"), or ask.',
    "Markdown between angle brackets": f"See <{RUNBOOK}#look>.",
    "emphasis": f"See **{RUNBOOK}#look**!",
    "HTML": f'<a href="{RUNBOOK}#look?factory-name=adf&amp;resource-group=rg">it</a>',
    "HTML without an end": f"<a href={RUNBOOK}#look>it</a>",
    "Jira": f"[it|{RUNBOOK}#look] {{color:red}}now{{color}}",
    "colored Jira": f"{{color:red}}{RUNBOOK}#look{{color}}",
    "Slack": f"<{RUNBOOK}#look|it>",
    "prose": f"Is it ({RUNBOOK}#look)? Or so.",
    "the end of a sentence": f"We followed {RUNBOOK}#look.",
    "a question": f"Did you follow {RUNBOOK}#look?",
    "a sentence in quotes": f'They wrote "{RUNBOOK}#look."',
    "a table with semicolons": f"17;{RUNBOOK}#look;closed",
    "a table of tickets": f"17,{RUNBOOK}#look?factory-name=adf-prod,2026-11-25,closed",
    "without a host": "runbook: /runbooks/run-failed.html#look",
    "a path": "../../runbooks/run-failed.html#look",
    "http": f"{RUNBOOK}#look".replace("https", "http"),
    "capitals": f"{RUNBOOK}#look".replace("https://kb", "HTTPS://KB"),
    "an escaped question mark": f"{RUNBOOK}#look%3Ffactory-name=adf-prod",
    "a short address": f"{SITE}go/run-failed.html#look?factory-name=adf-prod",
    "the short address of a part": f"{SITE}go/pipeline.html#command-show",
    "values for an entry": f"{SITE}glossary/pipeline.html#command-show?pipeline-name=a",
    "a page of many documents": f"{SITE}symptoms.html",
    "old Windows": f"first\r\n{RUNBOOK}\r\n",
}


@pytest.mark.parametrize("text", KINDS_OF_TEXT.values(), ids=KINDS_OF_TEXT)
def test_an_address_is_found_in_any_kind_of_text(root: Path, text: str) -> None:
    assert check(root, text) == ALIVE
    assert check(root, text, "--site", SITE) == ALIVE


@pytest.mark.parametrize(
    ("text", "column"),
    [
        (f"see {RUNBOOK}#lok.", 5),
        (f'[a]({RUNBOOK}#lok "b")', 5),
        (f"a: '{RUNBOOK}#lok'", 4),
        (f'{{"a": "{{\\"b\\": \\"{RUNBOOK}#lok\\"}}"}}', 16),
        (f"&lt;a href=&quot;{RUNBOOK}#lok", 18),
        (f"{{{{ $x }}}} ä 😀 {RUNBOOK}#lok", 14),
        ("url={{ .Values.host }}/runbooks/run-failed.html#lok", 5),
    ],
)
def test_a_dead_address_is_told_where_it_stands(root: Path, text: str, column: int) -> None:
    run = check(root, f"\n\n{text}\n")
    assert run.out.startswith(f"rules.yaml:3:{column}: KB519 ")
    assert run.err == "1 address, 1 of them with a problem.\n"


@pytest.mark.parametrize(
    "address",
    [
        f"{SITE}runbooks/{{{{ $labels.alertname }}}}.html",
        f"{SITE}runbooks/${{name}}.html#look",
        f"{SITE}runbooks/<id>.html",
        f"{RUNBOOK}#{{{{ $labels.step }}}}",
        f"{RUNBOOK}#look?{{{{ $labels.name }}}}=1",
        f"[concat('{SITE}runbooks/', parameters('id'), '.html')]",
        f"[concat('{SITE}runbooks/', parameters('page'))]",
        f'"{SITE}runbooks/" + id + ".html"',
    ],
)
def test_an_address_with_a_template_for_its_page_or_place_is_counted_as_unread(
    root: Path, address: str
) -> None:
    run = check(root, f"a: {RUNBOOK}\nb: {address}\n")
    assert run.out.startswith("rules.yaml:2:")
    assert run.out.endswith('" could not be read: a template stands for its page or place.\n')
    assert run.err == (
        "1 address, all of them alive; 1 could not be read (templates in the page or place).\n"
    )
    assert run.status == 1


def test_the_page_of_an_address_with_a_template_for_its_place_is_looked_up(root: Path) -> None:
    run = check(root, f"{SITE}runbooks/gone.html#{{{{ $labels.step }}}}")
    assert "names a page that the site does not have." in run.out


def test_values_are_held_against_what_the_page_takes(root: Path) -> None:
    entry, guide = f"{SITE}glossary/linked-service.html", f"{SITE}symptoms.html"
    text = f"{entry}#?factory-name=a {guide}#?a=b {SITE}go/pipeline.html#?factory-name=-n\n"
    assert [line.partition('" carries')[2] for line in check(root, text).out.splitlines()] == [
        ' "factory-name", which the entry does not ask for. It takes: none.',
        ' "a", which the page does not ask for. It takes: none.',
        ' a value for "factory-name" that is refused: '
        "it begins with a dash, and would be taken for an option. Correct it.",
    ]


def test_an_escaped_hash_is_told_for_servers_look_for_such_a_page(root: Path) -> None:
    run = check(root, f"{RUNBOOK}%23look")
    assert run.out == (
        f'rules.yaml:1:1: KB519 "{RUNBOOK}%23look" has "%23" in place of "#", '
        'so that a page of that name is looked for. Write "#".\n'
    )


def test_with_a_site_only_its_host_port_and_folder_count(root: Path) -> None:
    good = "http://KB.example.com:8443/docs/runbooks/run-failed.html"
    text = (
        f"{good} https://kb.example.com/docs/runbooks/gone.html "
        "https://kb.example.com:8443/docs-old/runbooks/gone.html"
    )
    assert check(root, text, "--site", "https://kb.example.com:8443/docs") == ALIVE


def test_a_site_that_is_none_is_refused(root: Path) -> None:
    run = check(root, RUNBOOK, "--site", "kb.example.com")
    assert run.status == 2
    assert '"kb.example.com" is no site.' in run.err


def test_what_moved_is_alive_and_what_was_retired_says_why(root: Path) -> None:
    assert kb("links", "record", "--project", root).status == 0
    assert kb("rename", "run-failed", "night-failed", "--project", root).status == 0
    assert (
        kb("rename", "night-failed/look", "night-failed/look-first", "--project", root).status == 0
    )
    text = (
        f"{RUNBOOK}#look?factory-name=adf-prod\n{SITE}go/run-failed.html\n"
        f"{SITE}go/night-failed.html#look-first\n"
    )
    assert check(root, text).out == (
        "3 addresses, all of them alive; 2 of them lead on to a new address.\n"
    )
    assert check(root, text, "--verbose").out.splitlines()[:2] == [
        f'rules.yaml:1:1: "{RUNBOOK}#look?factory-name=adf-prod" leads on to '
        "runbooks/night-failed.html#look-first.",
        f'rules.yaml:2:1: "{SITE}go/run-failed.html" leads on to runbooks/night-failed.html.',
    ]
    (root / "content/runbooks/night-failed.md").unlink()
    see = ("--why", "The load is gone.", "--see", "pipeline")
    assert kb("retire", "night-failed", *see, "--project", root).status == 0
    for address in (f"{RUNBOOK}#look", f"{SITE}go/night-failed.html"):
        assert check(root, address).out == (
            f'rules.yaml:1:1: KB519 "{address}" was retired on {today()}: '
            "The load is gone. See glossary/pipeline.html instead.\n"
        )


def test_folders_are_walked_and_what_is_no_text_is_counted(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "others"
    write(folder, "a/rules.yaml", RUNBOOK)
    write(folder, "b.txt", RUNBOOK.encode("utf-16"))
    write(folder, "c.txt", f"Größe: {RUNBOOK}".encode("latin-1"))
    write(folder, ".git/config", f"{RUNBOOK}#gone")
    write(folder, "a/.hidden", f"{RUNBOOK}#gone")
    (folder / "link").symlink_to(folder / "a")
    (folder / "again.txt").symlink_to(folder / "b.txt")
    run = kb("links", "check", folder, folder / "c.txt", "--project", root)
    assert run == (0, "3 addresses, all of them alive.\n", "")
    write(folder, "d.png", b"\x89PNG\r\n\x1a\n\0\0")
    write(folder, "e.log", b"x" * 10_000_001)
    (folder / "gone").symlink_to(folder / "nowhere")
    run = kb("links", "check", folder, "--project", root)
    assert run.out.replace(f"{folder.as_posix()}/", "") == (
        "d.png: not read: it is binary.\n"
        "e.log: not read: it has more than 10,000,000 bytes.\n"
        "gone: not read: it is no ordinary file.\n"
    )
    assert run.err == "3 addresses, all of them alive; 3 files not read.\n"
    assert run.status == 1


OURS = Ours({"runbooks/run-failed.html", "glossary/pipeline.html"})
IN_SITE = Ours({"runbooks/run-failed.html", "glossary/pipeline.html"}, SITE)


ANY_TEXT = st.text() | st.text("{}<>()[]\"'\\$%#@+,|&;. \nconcathtml:/0amp")


@settings(max_examples=500, deadline=None, derandomize=True)
@given(ANY_TEXT)
@example("{{" * 5000)
@example("concat('a'," * 5000)
@example("/a" * 5000 + ".html")
def test_any_text_is_read(text: str) -> None:
    for ours in (OURS, IN_SITE):
        for link in links_in("a.txt", text, ours):
            line = text.split("\n")[link.place.line - 1]
            assert link.address
            assert (
                line[link.place.column - 1 :]
                .lstrip("\\\"'")
                .startswith(link.address.partition("\n")[0])
            )


ADDRESSES = [
    f"{RUNBOOK}#look?{LABELS}",
    f"{RUNBOOK}#look?factory-name=${{var.x}}&a=#{{y}}#&b=%(z)s",
    "http://kb.example.com/glossary/pipeline.html",
    "https://{{ .Values.host }}/glossary/pipeline.html#command-show",
    "/runbooks/run-failed.html#look?a=b",
]
AROUND = [
    (" ", " "),
    ("\n", "\n"),
    (' "', '" '),
    (" '", "' "),
    ("<", ">"),
    (" (", ") "),
    ("](", ")"),
    ("[", "]"),
    ("|", "|"),
    (" ", ". "),
    (" ", ", "),
    (" **", "** "),
    ("“", "”"),
    ("\t", "\t"),
]


SIGNS = (
    *("{{", "}}", "${", "}", "$(", "(", ")", "[", "]", "concat(", "'", '"', ",", "\\", "&amp;"),
    *("\\u0026", "<%", "%>", "#{", "}#", "x", "https://", "http://other/", "%s", ".html", "\n"),
    *(" ", "://", "/", ":", "&", "<b>", "</b>", "{", "$x", "{color}", "/runbooks/"),
)
SURROUNDINGS = st.text() | st.lists(st.sampled_from(SIGNS), max_size=8).map("".join)


@settings(max_examples=500, deadline=None, derandomize=True)
@given(SURROUNDINGS, SURROUNDINGS, st.sampled_from(ADDRESSES), st.sampled_from(AROUND))
def test_an_address_is_found_whatever_surrounds_it(
    before: str, after: str, address: str, around: tuple[str, str]
) -> None:
    begin, end = around
    text = f"{before}{begin}{address}{end}{after}"
    quoted = begin[-1] in "\"'"
    at = len(before) + len(begin) - quoted
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    found = {
        (link.place.line, link.place.column, link.address) for link in links_in("a", text, OURS)
    }
    assert (line, column, address) in found
