"""The pages of several papers, counted through as somebody leafs through them."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor_desk.forms.page_pictures import PagePictures


@dataclass(frozen=True, slots=True)
class Paper:
    """A form to be looked at."""

    title: str
    content: bytes


class PaperPages:
    """The pages of several papers, counted through."""

    def __init__(self, papers: Sequence[Paper]) -> None:
        self.papers = tuple(papers)
        self._pictures = tuple(PagePictures(one.content) for one in papers)
        self._places = tuple(
            (paper, page)
            for paper, pictures in enumerate(self._pictures)
            for page in range(len(pictures.sizes))
        )

    def __len__(self) -> int:
        return len(self._places)

    def within(self, page: int) -> int:
        """Return which page of its paper it is."""
        return self._places[page][1]

    def title(self, page: int) -> str:
        """Return the title of the paper a page belongs to."""
        return self.papers[self._places[page][0]].title

    def pictures(self, page: int) -> PagePictures:
        """Return the paper of a page, for painting."""
        return self._pictures[self._places[page][0]]

    def text(self, page: int) -> str:
        """Return what can be read on a page."""
        return self.pictures(page).text(self.within(page))
