"""Handing a web address over in a ticket (CS-13)."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands import NAME, Command, ShareLink
from ui.context import Context
from ui.dialogs.ask import Ask
from ui.icons import Icons
from ui.widgets.inputs import line_input

_LONGEST = 2_000


class ShareLinkDialog(Ask):
    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "share_link", parent)
        title = self.tr("Share a link on {number}").format(number=self.detail.row.number)
        self.present(title, self.tr("Share link"), "link")
        self._url = line_input("share_link_url", "", "https://")
        self._url.setMaxLength(_LONGEST)
        self.ask_for("url", self.tr("&Address"), self._url)
        self._title = line_input("share_link_title", "")
        self._title.setMaxLength(NAME)
        self.ask_for("title", self.tr("&Title"), self._title, hint=self.tr("Without a title the address is shown."))
        self.add_info(self.tr("Everybody on the ticket sees it."))
        self.start_with(self._url)

    def missing(self) -> Iterator[Refusal]:
        if not self._address.lower().startswith(("http://", "https://")):
            yield Refusal(code="bad-link", data={})

    def commands(self) -> tuple[Command, ...]:
        link = self.context.desk.clock.new_id()
        title = self._title.text().strip()
        return (ShareLink(ticket=self.detail.row.id, link=link, title=title, url=self._address),)

    @property
    def _address(self) -> str:
        """`example.org/page` is what people type."""
        text = self._url.text().strip()
        return text if ":" in text or not text else f"https://{text}"
