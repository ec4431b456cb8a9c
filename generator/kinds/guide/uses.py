"""Where the file of a guide names things by their ids, so that they can be renamed."""

from collections.abc import Iterator

from generator.kinds.guide.model import Guide
from generator.knowledge_base import Use
from generator.problem import Place


def guide_uses(guide: Guide) -> Iterator[Use]:
    """The ids of its headings, and every id that its text names."""
    for one in guide.references():
        yield Use(one.id, one.written, guide.place_at(one.start))
    lines = guide.text.split("\n")
    for heading in guide.parsed().headings:
        line = lines[heading.line].rstrip()
        written = f"{{#{heading.anchor}}}"
        place = Place(guide.path, guide.first_line + heading.line, len(line) + 1)
        if line.endswith(written):
            own = place._replace(column=place.column - len(written))
            yield Use(f"{guide.id}#{heading.anchor}", written, own)
        else:
            yield Use(f"{guide.id}#{heading.anchor}", "", place, form=" {{#{}}}")
