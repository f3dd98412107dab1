"""Contact data before its owner consented."""

import pytest

from agentdesk.domain.masking import contact_shown, masked
from tests.builders import ADMIN, MARA, NOAH


@pytest.mark.rule("RS-19")
@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("13912345678", "139-XXXX-XXXX"),
        ("139-1234-5678", "139-XXXX-XXXX"),
        ("28123456", "28XXXXXX"),
        ("petra.nowak@helios.example", "p•••@helios.example"),
        ("+49 151 2345678", "+49 1XX XXXXXXX"),
        ("@helios.example", "•••@helios.example"),
        ("wechat_noah", "weXXXX_XXXX"),
        (" 28123456 ", "28XXXXXX"),
        ("", ""),
    ],
)
def test_contact_data_is_masked(contact: str, shown: str) -> None:
    assert masked(contact) == shown


@pytest.mark.rule("QK-14", "RS-19")
def test_staff_and_administrators_see_it_masked_and_its_owner_plain() -> None:
    assert contact_shown("28123456", NOAH, NOAH) == "28123456"
    for viewer in (MARA, ADMIN):
        assert contact_shown("28123456", NOAH, viewer) == "28XXXXXX"
