"""What is said of the addresses in files: no more than was looked at."""

from collections.abc import Iterator, Sequence

from generator.problem import shown
from generator.project.links.check import Looked
from generator.project.links.files import Unread
from generator.wording import count


def is_good(looked: Sequence[Looked], unread: Sequence[Unread]) -> bool:
    """Whether there were addresses, all of them are alive, and nothing was left out."""
    return bool(looked) and not unread and all(one.readable and not one.problems for one in looked)


def lines(looked: Sequence[Looked], unread: Sequence[Unread], *, verbose: bool) -> Iterator[str]:
    """Every problem, and what was not looked at; with `verbose` also what leads on."""
    yield from map(str, sorted({problem for one in looked for problem in one.problems}))
    for one in looked:
        where = f'{one.link.place}: "{shown(one.link.address)}"'
        if not one.readable and not one.problems:
            yield f"{where} could not be read: a template stands for its page or place."
        if verbose and _leads_on(one):
            yield f"{where} leads on to {one.now}."
    yield from (f"{shown(file.path.as_posix(), 400)}: not read: {file.why}." for file in unread)


def _leads_on(one: Looked) -> bool:
    return one.readable and not one.problems and one.now is not None


def summary(looked: Sequence[Looked], unread: Sequence[Unread], site: str) -> str:
    """The one sentence that stays when nobody reads the rest."""
    read = [one for one in looked if one.readable or one.problems]
    faulty = sum(bool(one.problems) for one in read)
    holes, on = len(looked) - len(read), sum(map(_leads_on, looked))
    if not looked:
        parts = ["No address of this site stands there" if not unread else "No address found"]
    elif not read:
        parts = ["No address could be looked up"]
    else:
        what = f"{faulty:,} of them with a problem" if faulty else "all of them alive"
        parts = [f"{count(len(read), 'address', 'addresses')}, {what}"]
    if on:
        parts.append(f"{on:,} of them {'leads' if on == 1 else 'lead'} on to a new address")
    if holes:
        parts.append(f"{holes:,} could not be read (templates in the page or place)")
    if unread:
        parts.append(f"{count(len(unread), 'file')} not read")
    hint = "" if looked or site else " Name the site with --site."
    return f"{'; '.join(parts)}.{hint}"
