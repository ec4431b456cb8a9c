"""`kb links check`: what alert rules lead to."""

from pathlib import Path

import pytest

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
