"""A part of the window in which the keyboard stays when what had the focus goes."""

from PySide6.QtWidgets import QWidget


class FocusKeeper(QWidget):
    """Of something that is disabled or hidden Qt passes the focus on, at last to the first part of the window."""

    def keep_focus(self) -> None:
        """Gives the focus to whatever one goes on with."""
        raise NotImplementedError

    def look_after_focus(self) -> None:
        """After something was hidden: behind a dialog Qt does not look."""
        if self._loses_focus():
            self.keep_focus()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's name)
        """Qt asks this for Tab, too."""
        lost = self._loses_focus()
        self.look_after_focus()
        if lost and not self._loses_focus():
            return True
        return super().focusNextPrevChild(next)

    def _loses_focus(self) -> bool:
        """Of the window, also while a dialog is in front of it."""
        focus: QWidget | None = self.window().focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return False
        return not (focus.isEnabled() and focus.isVisibleTo(self))
