"""The table of an inbox of requests (CP-63)."""

from PySide6.QtCore import QItemSelectionModel, Qt

from ui.approvals.model import COLUMNS, RequestsModel
from ui.cards.table import Columns, ColumnTable
from ui.icons import Icons

_WIDTHS = (76, 170, 118, 124, 140, 158, 166, 128, 120)
_SORTS = {
    "newest": ("submitted", Qt.SortOrder.AscendingOrder), "oldest": ("submitted", Qt.SortOrder.DescendingOrder)
}  # fmt: skip
_TABLE = Columns(
    widths=dict(zip(COLUMNS, _WIDTHS, strict=True)), narrow={"type": 130, "status": 130}, strong="about",
    chips="status", sorts=_SORTS,
)  # fmt: skip


class RequestTable(ColumnTable):
    def __init__(self, icons: Icons, model: RequestsModel, selection: QItemSelectionModel) -> None:
        super().__init__(icons, model, selection, _TABLE, name="request")
        self.follow(icons.theme)
