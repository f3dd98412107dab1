"""What a window asks the desk for as long as it is open, and keeps true in its context."""

from PySide6.QtCore import QObject

from agentdesk.desk.queries.applying import Approvals, ApprovalsOf
from agentdesk.desk.queries.counts import Counts
from agentdesk.desk.queries.detail import CommonActions, Detail
from agentdesk.desk.queries.link import LinkOf
from agentdesk.desk.queries.request_work import Choosable, ChoosableOf
from agentdesk.desk.queries.requests import RequestDetail, RequestOf
from agentdesk.desk.queries.rows import Link, SetUp, TicketDetail, Whoami
from agentdesk.desk.queries.setup import SetUpOf, WhoamiOf
from agentdesk.desk.watch import Watch
from agentdesk.domain.action import Action
from agentdesk.domain.values import Id
from ui.context import PENDING_REQUESTS, Context, Place


class Facts(QObject):
    """Keeps what a context holds true for as long as its window is open."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context, self._desk = context, context.desk
        self._always: list[Watch[SetUp] | Watch[Whoami] | Watch[dict[str, int]] | Watch[Link] | Watch[Approvals]] = []
        self._of_ticket: Watch[TicketDetail | None] | None = None
        self._of_several: Watch[tuple[Action, ...]] | None = None
        self._of_request: Watch[RequestDetail | None] | None = None
        self._of_requests: Watch[tuple[Choosable, ...]] | None = None
        context.selection_changed.connect(self._on_selection)
        context.requests_changed.connect(self._on_requests)

    def begin(self) -> None:
        self._desk.trouble = self._context.troubled.emit
        self._follow()
        self._always.append(self._desk.watch(Counts(), lambda counts, _: self._context.set_counts(counts)))
        self._always.append(self._desk.watch(ApprovalsOf(), lambda found, _: self._context.set_approvals(found)))
        self._on_selection(self._context.selection)

    def look_at(self, ticket: Id) -> None:
        """All that a window of one ticket needs to know."""
        self._follow()
        self._context.set_selection((ticket,))

    def look_at_request(self, request: Id) -> None:
        """The same of one request."""
        self._follow()
        self._always.append(self._desk.watch(ApprovalsOf(), lambda found, _: self._context.set_approvals(found)))
        self._context.set_place(Place(PENDING_REQUESTS))
        self._context.set_requests((request,))

    def end(self) -> None:
        for watch in (*self._always, self._of_ticket, self._of_several, self._of_request, self._of_requests):
            if watch is not None:
                watch.close()

    def _follow(self) -> None:
        context, desk = self._context, self._desk
        self._always.append(desk.watch(SetUpOf(), lambda setup, _: context.set_setup(setup)))
        self._always.append(desk.watch(WhoamiOf(), lambda whoami, _: context.set_whoami(whoami)))
        self._always.append(desk.watch(LinkOf(), lambda link, _: context.set_link(link)))

    def _on_selection(self, selection: tuple[Id, ...]) -> None:
        """The detail of before stays until the new one comes, so that nothing flickers."""
        for watch in (self._of_ticket, self._of_several):
            if watch is not None:
                watch.close()
        self._of_ticket = self._of_several = None
        if not selection:
            self._context.set_detail(None)
            return
        self._of_ticket = self._desk.watch(Detail(selection[0]), lambda detail, _: self._context.set_detail(detail))
        if len(selection) > 1:
            self._context.set_common(())
            several = CommonActions(selection)
            self._of_several = self._desk.watch(several, lambda common, _: self._context.set_common(common))

    def _on_requests(self, requests: tuple[Id, ...]) -> None:
        """The detail of before stays until the new one comes, as with tickets."""
        for watch in (self._of_request, self._of_requests):
            if watch is not None:
                watch.close()
        self._of_request = self._of_requests = None
        self._context.set_several(())
        if not requests:
            self._context.set_request(None)
            return
        if len(requests) > 1:
            several = ChoosableOf(requests)
            self._of_requests = self._desk.watch(several, lambda found, _: self._context.set_several(found))
        self._of_request = self._desk.watch(RequestOf(requests[0]), lambda detail, _: self._context.set_request(detail))
