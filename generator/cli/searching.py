"""`kb search`: what answers a question, in the terminal."""

import json
import sys
from pathlib import Path
from time import perf_counter

import click

from generator.cli.project import progress, project_option
from generator.project.search import project_index, result_data
from generator.project.search import search as ask
from generator.project.site import FOUND_AS
from generator.search import Ranked, evaluate, read_golden
from generator.search.index import Answer, BusyError, SearchIndex, folder_of
from generator.wording import count


@click.command()
@click.argument("query", nargs=-1)
@project_option
@click.option(
    "--kind",
    type=click.Choice(FOUND_AS),
    help="Only results of this kind; the same as kind:… in the query.",
)
@click.option(
    "--limit",
    default=10,
    show_default=True,
    type=click.IntRange(1, 100),
    help="How many results at most.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--explain", is_flag=True, help="Say of each result why it stands there.")
@click.option(
    "--eval",
    "golden",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Ask the queries of a golden file, and print how many were answered right.",
)
def search(
    query: tuple[str, ...],
    root: Path,
    *,
    kind: str | None,
    limit: int,
    as_json: bool,
    explain: bool,
    golden: Path | None,
) -> None:
    """Find entries, runbooks, commands, symptoms and guides.

    QUERY may be a name, a command, a pasted error message or a question. kind:runbook,
    effect:discover and domain:analytics narrow it. The index lies in your cache folder, and is
    brought up to date for what changed. The status is 1 when nothing is found.
    """
    try:
        with progress("Indexing") as advance:
            index = project_index(root, advance)
    except BusyError:
        raise click.ClickException(
            "Another search is still writing the index. Try again."
        ) from None
    except OSError as error:
        why = f"The index cannot be written to {folder_of(root)}: {error.strerror}."
        raise click.ClickException(why) from None
    if golden is not None:
        _evaluate(index, golden)
        return
    text = " ".join(query)
    if not text.strip():
        raise click.UsageError("Say what to look for.")
    start = perf_counter()
    answer = ask(index, text, kind or "")
    took = (perf_counter() - start) * 1000
    results = answer.results[:limit]
    if as_json:
        click.echo(_as_json(text, took, results))
    else:
        _print(text, answer, results, explain=explain)
    sys.exit(0 if results else 1)


def _as_json(text: str, took: float, results: list[Ranked]) -> str:
    rows = [result_data(one) for one in results]
    return json.dumps({"query": text, "took_ms": round(took, 1), "results": rows})


def _print(text: str, answer: Answer, results: list[Ranked], *, explain: bool) -> None:
    for wrong, right in answer.corrected.items():
        click.echo(f'"{wrong}" is not known here; read as "{right}".', err=True)
    if not results:
        click.echo(f'Nothing answers "{text}".', err=True)
    for one in results:
        document = one.document
        effect = f", {document.effect.value}" if document.effect else ""
        head = click.style(document.title, bold=True)
        click.echo(f"{head}  ({document.kind}{effect})")
        shown = document.line or " ".join(document.text.split())
        click.echo(f"  {shown[:150]}{'…' if len(shown) > 150 else ''}")
        why = f"  [{one.score:.0f}: {one.why}]" if explain else ""
        click.echo(f"  {document.location}{why}")


def _evaluate(index: SearchIndex, path: Path) -> None:
    """A line per class, then every query whose first answer is not right."""

    def answer(query: str) -> list[str]:
        return [one.document.location for one in ask(index, query).results]

    golden = read_golden(path)
    scores, missed = evaluate(golden, answer)
    click.echo(f"{'class':<16}{'queries':>8}{'Hit@1':>9}{'Hit@3':>9}{'MRR':>7}")
    for score in scores:
        click.echo(
            f"{score.kind:<16}{score.queries:>8}{score.hit1:>9.1%}{score.hit3:>9.1%}{score.mrr:>7.3f}"
        )
    for one in missed:
        where = f"right one at {one.rank}" if one.rank else "right one not found"
        query = " ".join(one.golden.query.split())[:80]
        click.echo(f"{one.golden.kind}: {query}\n  {where}; first {one.first or 'nothing'}")
    click.echo(
        f"{count(len(golden), 'query', 'queries')}, {len(missed)} with another first answer."
    )
