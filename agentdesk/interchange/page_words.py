"""What a page for people calls the fields and values of a record; tables for programs keep their own names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from agentdesk.interchange.export_table import cell

Happening = Callable[[str, Mapping[str, str], str], str]
"""A sentence for the code, the data and the actor of a system message."""
_LANGUAGES = ("en", "zh", "de")
_FIELDS: Mapping[str, tuple[str, str, str]] = MappingProxyType({
    "id": ("Id", "标识", "Kennung"),
    "number": ("Number", "编号", "Nummer"),
    "subject": ("Subject", "主题", "Betreff"),
    "source": ("Source", "来源", "Quelle"),
    "state": ("State", "状态标识", "Statuskennung"),
    "state_kind": ("Kind of status", "状态种类", "Statusart"),
    "state_label": ("Status", "状态", "Status"),
    "priority": ("Priority", "优先级", "Priorität"),
    "type": ("Type", "类型", "Typ"),
    "service": ("Service", "服务", "Dienst"),
    "requester": ("Requester", "提交人", "Anfragende Person"),
    "handler": ("Handler", "处理人", "Zuständig"),
    "domain": ("Organisation", "组织", "Organisation"),
    "channel": ("Channel", "渠道", "Kanal"),
    "unread": ("Unread", "未读", "Ungelesen"),
    "escalated": ("Escalated", "已升级", "Eskaliert"),
    "link": ("Upstream", "上级", "Upstream"),
    "created": ("Created", "创建时间", "Erstellt"),
    "last_activity": ("Last activity", "最近活动", "Letzte Aktivität"),
    "closed": ("Closed", "关闭时间", "Geschlossen"),
    "pending": ("Waiting to send", "等待发送", "Wartet auf Versand"),
    "about": ("About", "关于", "Gegenstand"),
    "initiator": ("Initiator", "发起人", "Antragsteller"),
    "status": ("Status", "状态", "Status"),
    "stage": ("Stage", "当前阶段", "Stufe"),
    "processor": ("Processor", "处理人", "Bearbeitung"),
    "submitted": ("Submitted", "提交时间", "Eingereicht"),
    "at": ("Time", "时间", "Zeit"),
    "actor": ("By", "操作人", "Von"),
    "command": ("Operation", "操作", "Vorgang"),
    "root_kind": ("Kind of object", "对象种类", "Art des Objekts"),
    "root": ("Object", "对象", "Objekt"),
    "data": ("Details", "详情", "Einzelheiten"),
    "sealed": ("Sealed", "已封存", "Versiegelt"),
})  # fmt: skip
_VALUES: Mapping[str, Mapping[str, tuple[str, str, str]]] = MappingProxyType({
    "priority": {
        "none": ("None", "无", "Keine"), "minor": ("Minor", "轻微", "Gering"),
        "moderate": ("Moderate", "一般", "Mittel"), "critical": ("Critical", "严重", "Kritisch"),
        "fatal": ("Fatal", "致命", "Fatal"),
    },
    "state_kind": {
        "new": ("New", "新建", "Neu"), "working": ("In work", "处理中", "In Arbeit"),
        "waiting_customer": ("Waits for the customer", "等待客户", "Wartet auf den Kunden"),
        "waiting_staff": ("Waits for support", "等待支持", "Wartet auf den Support"),
        "waiting_confirmation": ("Waits for confirmation", "等待确认", "Wartet auf Bestätigung"),
        "done": ("Done", "已完成", "Erledigt"), "cancelled": ("Cancelled", "已取消", "Abgebrochen"),
    },
    "status": {
        "submitted": ("To be submitted", "待提交", "Noch zu senden"),
        "in_approval": ("In approval", "审批中", "In Genehmigung"),
        "blocked": ("Blocked", "已阻塞", "Blockiert"), "executing": ("Being carried out", "执行中", "In Ausführung"),
        "failed": ("Failed", "失败", "Fehlgeschlagen"), "passed": ("Passed", "已通过", "Genehmigt"),
        "rejected": ("Rejected", "已驳回", "Abgelehnt"), "withdrawn": ("Withdrawn", "已撤销", "Zurückgezogen"),
    },
    "type": {
        "host_create": ("Host application", "主机申请", "Hostantrag"),
        "host_change": ("Host adjustment", "调整主机配置", "Hostanpassung"),
        "host_delete": ("Host delete", "删除主机", "Host löschen"),
        "join_project": ("Join project", "加入项目", "Projektbeitritt"),
        "project_quota": ("Project quota", "项目配额", "Projektkontingent"),
        "domain_quota": ("Domain quota", "域配额", "Domänenkontingent"),
    },
    "channel": {
        "desk": ("Desk", "工作台", "Desk"), "email": ("E-mail", "邮件", "E-Mail"), "chat": ("Chat", "聊天", "Chat"),
        "phone": ("Phone", "电话", "Telefon"), "conference": ("Conference call", "电话会议", "Telefonkonferenz"),
        "api": ("Interface", "接口", "Schnittstelle"),
    },
    "kind": {
        "reply": ("Reply", "回复", "Antwort"), "note": ("Internal note", "内部备注", "Interne Notiz"),
        "system": ("System message", "系统消息", "Systemmeldung"), "email": ("E-mail", "邮件", "E-Mail"),
        "call": ("Phone call", "电话", "Telefonat"), "chat": ("Chat", "聊天", "Chat"),
        "conference": ("Conference call", "电话会议", "Telefonkonferenz"),
    },
    "visibility": {"everyone": ("", "", ""), "staff": ("Staff only", "仅客服可见", "Nur für Support")},
})  # fmt: skip
_YES_NO = {True: ("yes", "是", "ja"), False: ("no", "否", "nein")}
_TIMES = frozenset({"created", "last_activity", "submitted", "closed", "at"})


def plain_happening(code: str, data: Mapping[str, str], actor: str) -> str:
    """Where nobody has sentences for it."""
    return code.replace("-", " ")


@dataclass(frozen=True, slots=True)
class PageWords:
    """`language` such as `de` or `zh_CN`; one that is not known here is English."""

    language: str = "en"
    happening: Happening = plain_happening

    def field(self, name: str) -> str:
        return self._of(_FIELDS[name]) if name in _FIELDS else name

    def value(self, name: str, value: object) -> str:
        """Times in this computer's zone."""
        if isinstance(value, bool):
            return self._of(_YES_NO[value])
        text = cell(value)
        if name in _TIMES and text:
            return _local(text)
        known = _VALUES.get(name, {}).get(text)
        return text if known is None else self._of(known)

    def _of(self, words: tuple[str, str, str]) -> str:
        key = self.language.partition("_")[0].lower()
        return words[_LANGUAGES.index(key) if key in _LANGUAGES else 0]


def _local(text: str) -> str:
    try:
        return datetime.fromisoformat(text).astimezone().isoformat(" ", "minutes")
    except ValueError:
        return text
