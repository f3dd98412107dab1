"""What is made past the lock of a frozen dataclass is what its own way would have made."""

from dataclasses import astuple, fields, replace

import pytest

from agentdesk.domain.commands import HandleTicket
from agentdesk.domain.frozen import altered, maker_of, names_of, values_of
from tests.builders import TICKET, a_ticket


def test_one_made_of_values_equals_one_made_by_its_class() -> None:
    for one in (a_ticket(), HandleTicket(ticket=TICKET)):
        assert values_of(type(one))(one) == astuple(one)
        assert names_of(type(one)) == tuple(field.name for field in fields(one))
        assert maker_of(type(one))(astuple(one)) == one
    with pytest.raises(ValueError, match="unpack"):
        maker_of(type(a_ticket()))(astuple(a_ticket())[:-1])
    with pytest.raises(ValueError, match="unpack"):
        maker_of(type(a_ticket()))((*astuple(a_ticket()), "more"))


def test_one_altered_equals_one_replaced_and_leaves_the_other() -> None:
    ticket = a_ticket()
    assert altered(ticket, rev=9, subject="Another") == replace(ticket, rev=9, subject="Another")
    assert ticket == a_ticket()
    with pytest.raises(TypeError, match="mood"):
        altered(ticket, mood="sunny")
