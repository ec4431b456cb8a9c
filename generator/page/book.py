"""The address book: every page of the site with every place on it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from generator.address import Address
from generator.page.page import Page


class AddressBook:
    """What is published. Pages know their anchors; here they are looked up."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._pages = list(pages)

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Pages by their addresses."""
        return {page.address: page for page in self._pages}

    @cached_property
    def anchors(self) -> dict[str, frozenset[str]]:
        """The anchors of every page."""
        return {page.address: frozenset(page.anchors()) for page in self._pages}

    def __contains__(self, address: Address) -> bool:
        anchors = self.anchors.get(address.page)
        return anchors is not None and (not address.anchor or address.anchor in anchors)

    def __iter__(self) -> Iterator[Address]:
        for page, anchors in self.anchors.items():
            yield Address(page)
            yield from (Address(page, anchor) for anchor in sorted(anchors))

    def lasting(self) -> Iterator[Address]:
        """What tickets may hold, page by page."""
        for page in self._pages:
            if page.of_the_tool:
                continue
            yield Address(page.address)
            for anchor in dict.fromkeys(page.lasting()):
                yield Address(page.address, anchor)

    def shared(self) -> list[Page]:
        """The pages whose address another page had before them."""
        seen: set[str] = set()
        return [page for page in self._pages if page.address in seen or seen.add(page.address)]  # type: ignore[func-returns-value]

    def doubled(self) -> Iterator[Address]:
        """The places of which a page has two."""
        for page in self._pages:
            for anchor, times in Counter(page.anchors()).items():
                if times > 1:
                    yield Address(page.address, anchor)
