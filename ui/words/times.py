"""Times and sizes: relative in lists, absolute in threads, always as the language writes them."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QObject

from agentdesk.domain.values import Instant

translate = QCoreApplication.translate
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
_KIB = 1024
_TRADITIONAL = QLocale.DataSizeFormat.DataSizeTraditionalFormat


def ago(at: Instant, now: Instant) -> str:
    """Short enough for the end of a line: 12 min, 3 h, Yesterday, Fri, 20 Nov."""
    age = max(0, now - at)
    days = _local(at).date().daysTo(_local(now).date())
    if age < MINUTE:
        return translate("Times", "now")
    if age < HOUR:
        return Spans().minutes(age // MINUTE)
    if days <= 0:
        return Spans().hours(age // HOUR)
    if days == 1:
        return translate("Times", "Yesterday")
    if days < 7:
        return QLocale().toString(_local(at), "ddd")
    return short_date(at, now)


def day(at: Instant, now: Instant) -> str:
    """The line between the days of a thread."""
    days = _local(at).date().daysTo(_local(now).date())
    if days == 0:
        return translate("Times", "Today")
    if days == 1:
        return translate("Times", "Yesterday")
    if _same_year(at, now):
        return QLocale().toString(_local(at), translate("Times", "dddd, d MMMM", "format of a day, letters as in Qt"))
    return QLocale().toString(_local(at), translate("Times", "d MMMM yyyy", "format of a day, letters as in Qt"))


def clock_time(at: Instant) -> str:
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        return locale.toString(_local(at), "HH:mm")
    return locale.toString(_local(at).time(), QLocale.FormatType.ShortFormat)


def moment(at: Instant, now: Instant) -> str:
    """Day and time: 20 Nov, 16:02."""
    return translate("Times", "{date}, {time}").format(date=short_date(at, now), time=clock_time(at))


def date(at: Instant) -> str:
    """For a column of a table."""
    return QLocale().toString(_local(at), translate("Times", "d MMM yyyy", "format of a day, letters as in Qt"))


def when(at: Instant) -> str:
    """The whole truth for a tooltip, with the zone."""
    local = _local(at)
    text = QLocale().toString(local, translate("Times", "dddd, d MMMM yyyy, HH:mm:ss", "format, letters as in Qt"))
    return translate("Times", "{moment} ({zone})").format(moment=text, zone=local.timeZoneAbbreviation())


def span(length: Instant) -> str:
    """How long something lasts: 48 min, 1 h 05 min, 5 h, 3 d."""
    length = max(0, length)
    if length < HOUR:
        return Spans().minutes(max(1, length // MINUTE))
    if length < 3 * HOUR:
        hours, minutes = divmod(length // MINUTE, 60)
        return translate("Times", "{hours} h {minutes} min").format(hours=hours, minutes=f"{minutes:02}")
    if length < 2 * DAY:
        return Spans().hours(length // HOUR)
    return Spans().days(length // DAY)


def size(count: int) -> str:
    """412 KB, 1.9 MB, 8 MB."""
    whole = count < _KIB * _KIB or count % (_KIB * _KIB) == 0
    return QLocale().formattedDataSize(count, 0 if whole else 1, _TRADITIONAL)


def size_over(count: int, limit: int) -> str:
    """The size of what is too large: in bytes where it would read like the limit itself."""
    rounded = size(count)
    if QLocale().formattedDataSize(count, 0, _TRADITIONAL) != QLocale().formattedDataSize(limit, 0, _TRADITIONAL):
        return rounded
    return translate("Times", "{count} bytes").format(count=QLocale().toString(count))


def short_date(at: Instant, now: Instant) -> str:
    """Without the year while it is this one."""
    if _same_year(at, now):
        return QLocale().toString(_local(at), translate("Times", "d MMM", "format of a day, letters as in Qt"))
    return QLocale().toString(_local(at), translate("Times", "d MMM yyyy", "format of a day, letters as in Qt"))


def _same_year(at: Instant, now: Instant) -> bool:
    return _local(at).date().year() == _local(now).date().year()


def _local(at: Instant) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(at)


class Spans(QObject):
    """A class, because lupdate knows plurals only in `self.tr`."""

    def minutes(self, n: int) -> str:
        return self.tr("%n min", "", n)

    def hours(self, n: int) -> str:
        return self.tr("%n h", "", n)

    def days(self, n: int) -> str:
        return self.tr("%n d", "", n)
