"""What is read from 104 real, awkward mails."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from agentdesk.interchange.letters import Letter
from agentdesk.interchange.mail import read_letter

MAILS = Path(__file__).resolve().parents[3] / "shared" / "data" / "mail"
NAMES = sorted(path.name for path in MAILS.glob("*") if not path.name.startswith("."))
needs_mails = pytest.mark.skipif(not NAMES, reason="the folder ../shared/data/mail with the real mails is missing")


def real(name: str) -> Letter:
    return read_letter((MAILS / name).read_bytes(), name)


# name: sender, subject, start of the text, names of the parts, problems
EXPECTED: dict[str, tuple[str, str, str, list[str], set[str]]] = {
    "attachment_emails__attachment_content_disposition.eml": (
        "foo@example.com", "testing", "This is the first part.", ["api.rb"], set()),
    "attachment_emails__attachment_content_location.eml": (
        "foo@example.com", "testing", "This is the first part.", ["Photo25.jpg"], set()),
    "attachment_emails__attachment_message_rfc822.eml": (
        "foo@example.com", "testing", "This is the first part.", ["ForwardedMessage.eml"], set()),
    "attachment_emails__attachment_message_rfc822_inline_image.eml": (
        "test@example.com", "test", "", ["img.png", "Testmail.eml"], set()),
    "attachment_emails__attachment_nonascii_filename.eml": (
        "foo@example.com", "testing", "This is the first part.", ["ciële.txt"], set()),
    "attachment_emails__attachment_only_email.eml": (
        "rfinnie@domain.dom", "this message JUST contains an attachment", "", ["blah.gz"], set()),
    "attachment_emails__attachment_pdf.eml": (
        "xxxx@xxxx.com", "Another PDF with 🎉 Unicode chars in it 🍿", "Just attaching another PDF", ["broken.pdf"],
        set()),
    "attachment_emails__attachment_pdf_non_ascii.eml": (
        "xxxx@xxxx.com", "Another PDF with 🎉 Unicode chars in it 🍿", "Just attaching another PDF", ["broken.pdf"],
        {"charset-guessed"}),
    "attachment_emails__attachment_with_base64_encoded_name.eml": (
        "xxxxxxxxx.xxxxxxx@gmail.com", "Fwd: Signed email causes file attachments", "We should not include",
        ["This is a test.pdf"], set()),
    "attachment_emails__attachment_with_encoded_name.eml": (
        "xxxxxxxxx.xxxxxxx@gmail.com", "Fwd: Signed email causes file attachments", "We should not include",
        ["01 Quien Te DijŠat. Pitbull.mp3"], set()),
    "attachment_emails__attachment_with_quoted_filename.eml": (
        "jeff@37signals.com", "Eelanalüüsi päring", "", ["Eelanalüüsi päring.jpg"], set()),
    "attachment_emails__attachment_with_unquoted_name.eml": (
        "foo@example.com", "testing", "This is the first part.", ["This is a test.txt"], set()),
    "error_emails__bad_date_header.eml": (
        "infoz@reactive-outpost.com", "You may_be Eligible for Legitimate_Cash from_GovAgencies!", "", [],
        {"date-bad"}),
    "error_emails__bad_date_header2.eml": (
        "enews@Free-Quilting.com", "40% OFF holiday patterns and fabric!", "", [], {"date-bad"}),
    "error_emails__bad_encoded_subject.eml": ("unknown", "TEST", "TEST", [], {"date-missing", "sender-bad"}),
    "error_emails__bad_subject.eml": (
        "carol@mysurvey.com", "MySurvey.com: You have a survey waiting! 91123105", "You have a survey waiting!", [],
        set()),
    "error_emails__content_transfer_encoding_7-bit.eml": (
        "discovercard_newsflash@discover.qrs1.net", "Discover(R) Card News Online - January 2002", "DISCOVERÆ CARD",
        [], {"charset-guessed"}),
    "error_emails__content_transfer_encoding_plain.eml": (
        "baocqccyw@hq.lindsayelec.com", "bookkeeping Get in on IGTS asap.", "acidness", [], set()),
    "error_emails__content_transfer_encoding_qp_with_space.eml": (
        "fyouizjnp@swissonline.ch", "Low or High Blood Pressure? We can help.", "If you're in need", [], set()),
    "error_emails__content_transfer_encoding_spam.eml": (
        "shechem@poetrix.com", "", "middagh  oldusercompare", [], {"encoding-unknown"}),
    "error_emails__content_transfer_encoding_x_uuencode.eml": (
        "lpeters@PACIFIER.COM", "PGP Comments on RTO West Release of Dec. 14", "Attached are the comments",
        ["PGP_Cmts_on_12-14-01_Pkg.doc"], set()),
    "error_emails__empty_group_lists.eml": (
        "ceciledwards@sbcglobal.net", "Western Union Swift Money Transfer", "Attention Beneficiary:", [], set()),
    "error_emails__header_fields_with_empty_values.eml": (
        "jorn@prikkprikkprikk.no", "Testmail", "--\nJørn Støylen", [], set()),
    "error_emails__invalid_subject_characters.eml": (
        "info@formacaofrenetik.info", "Formação FrenetikPolis: Mega Campanha Final Verão | Cursos de Setembro",
        "TEST", [], {"charset-guessed", "date-missing"}),
    "error_emails__missing_body.eml": ("redacted@attglobal.net", "REDACTED", "", [], set()),
    "error_emails__missing_content_disposition.eml": (
        "redacted@example.com", "Redacted", "", ["somefile.jpg"], set()),
    "error_emails__multiple_content_types.eml": ("redacted@flashmail.net", "Redacted", "foo", [], {"date-missing"}),
    "error_emails__multiple_invalid_content_dispositions.eml": (
        "redacted@flashmail.net", "Redacted", "foo", [], {"date-missing"}),
    "error_emails__new_line_in_to_header.eml": (
        "l@gcn-example.com", "[Online Lead] Online Lead #1111111", "<?xml version", [], set()),
    "error_emails__weird_to_header.eml": ("anonymous@i.tp.host", "", "CONTACT:", [], set()),
    "mime_emails__email_with_similar_boundaries.eml": ("xxxxxx@xxxxxxxx.xxx", "Xxxxxx", "Test", ["LOGO.png"], set()),
    "mime_emails__raw_email11.eml": (
        "xxxxx@xxxxx", "worse when you use them.", "XXXXX Xxxxx", ["text-1.txt"], set()),
    "mime_emails__raw_email4.eml": (
        "xxx@xxxx.xxx", "Filth", "Some text", ["text-1.txt", "text-2.txt"], {"truncated"}),
    "mime_emails__raw_email7.eml": (
        "foo@example.com", "testing", "This is the first part.", ["test.rb", "test.pdf", "smime.p7s"], set()),
    "mime_emails__raw_email_with_binary_encoded.eml": (
        "email_test@me.nowhere", "Testing outlook", "", ["2013-08-13_19-08-28-1.jpg"], set()),
    "mime_emails__raw_email_with_illegal_boundary.eml": (
        "email_test@me.nowhere", "Testing outlook", "Hello\nThis is an outlook test", [], set()),
    "mime_emails__raw_email_with_mimepart_without_content_type.eml": (
        "MAILER-DAEMON@antivirus.uqam.ca", "Warning: could not send message for past 1 day", "    ****",
        ["message-1.txt", "message-2.eml"], set()),
    "mime_emails__raw_email_with_nested_attachment.eml": (
        "jamis@37signals.com", "Testing attachments", "Here is a test", ["truncated.png", "smime.p7s"], set()),
    "mime_emails__sig_only_email.eml": (
        "test@test.lindsaar.net", "Re: Testing multipart/signed", "This is random text", ["signature.asc"], set()),
    "mime_emails__two_from_in_message.eml": (
        "tester1@test.com", "Sending messages include last little bit", "When sending email:", [], set()),
    "multi_charset__japanese.eml": ("raasdnil@gmail.com", "まみむめも", "かきくえこ", [], {"date-missing"}),
    "multi_charset__japanese_attachment.eml": ("raasdnil@gmail.com", "testing", "testing", ["てすと.txt"], set()),
    "multi_charset__japanese_attachment_long_name.eml": (
        "mikel@test.lindsaar.net", "まみむめも" * 10, "", ["かきくけこ" * 5 + ".txt"], set()),
    "multi_charset__japanese_iso_2022.eml": (
        "raasdnil@gmail.com", "まみむめも", "すみません。", [], {"date-missing"}),
    "multi_charset__japanese_shift_jis.eml": (
        "xxxxxxx@docomo.ne.jp", "test", "あいうえお\n\nこのメールはテスト用のメールです。", [], set()),
    "multi_charset__ks_c_5601-1987.eml": ("from@example.com", "test", "스티해", [], set()),
    "multipart_report_emails__multipart_report_multiple_status.eml": (
        "Postmaster@ci.com", "Mail System Error - Returned Mail", "",
        ["message-1.txt", "message-2.txt", "message-3.eml"], {"text-behind-parts"}),
    "multipart_report_emails__report_422.eml": (
        "MAILER-DAEMON@tppppp.com.au", "Warning: could not send message for past 8 hours", "    ****",
        ["message-1.txt", "text-2.txt"], set()),
    "plain_emails__basic_email.eml": ("test@lindsaar.net", "Testing 123", "Plain email.", [], set()),
    "plain_emails__mix_caps_content_type.eml": ("bb@bug.com", "undef method parameter bug", "foo bar", [], set()),
    "plain_emails__raw_email.eml": (
        "jamis@37signals.com", "NOTE: 한국말로 하는 것", "대부분의 마찬가지로, 우리는 하나님을 믿습니다.", [], set()),
    "plain_emails__raw_email10.eml": ("xxx@xxxx.xxx", "", "Test test. Hi. Waving. m", [], set()),
    "plain_emails__raw_email_bad_time.eml": (
        "yusuf75thu@auracom.net", "[0]: XXXXXXX XXXXX XXXXX !", "Filter2:", [], {"date-bad"}),
    "plain_emails__raw_email_incorrect_header.eml": (
        "xxx@xxx.xxx", "Stop adware/spyware once and for all.", "You are infected with:", [], set()),
    "plain_emails__raw_email_multiple_from.eml": (
        "tim@powerupdev.com", "/home/svn/public/minebox revision 214", "<p><b>recordkick</b>", [], set()),
    "plain_emails__raw_email_quoted_with_0d0a.eml": (
        "foo@example.com", "testing", "A fax has arrived from remote ID ''.\n----", [], set()),
    "plain_emails__raw_email_with_partially_quoted_subject.eml": (
        "jamis@37signals.com", 'Re: Test: "漢字" mid "漢字" tail', "대부분의", [], set()),
    "rfc2822__example03.eml": ("john.q.public@example.com", "", "Hi everyone.", [], set()),
    "rfc2822__example10.eml": ("pete@silly.test", "", "Testing.", [], set()),
    "rfc2822__example13.eml": ("jdoe@machine.example", "Saying Hello", "This is a message", [], set()),
    "rfc2822__example14.eml": ("atsushi@example.com", "Re: TEST テストテスト", "Hello", [], set()),
    "rfc6532__utf8_headers.eml": ("jdöe@mächine.example", "Säying Hello", "body", [], {"date-missing"}),
}  # fmt: skip


@needs_mails
@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_real_mail_is_read_as_a_person_would(name: str) -> None:
    sender, subject, text, parts, problems = EXPECTED[name]
    letter = real(name)
    assert (letter.sender_address, letter.subject) == (sender, subject)
    assert letter.body_text.startswith(text)
    assert bool(letter.body_text) == bool(text)
    assert [part.name for part in letter.parts] == parts
    assert set(letter.problems) == problems


@needs_mails
def test_all_the_real_mails_end_in_a_letter_that_lost_nothing() -> None:
    letters = [real(name) for name in NAMES]
    assert len(letters) == 104
    for letter in letters:
        assert "unreadable" not in letter.problems
        lossless = letter.keep_raw or letter.body_text or letter.body_html or letter.parts
        assert lossless or not letter.raw.partition(b"\r\n\r\n")[2].strip() or b"multipart" in letter.raw
    guessed = [letter.path for letter in letters if {"charset-guessed", "charset-damaged"} & set(letter.problems)]
    assert all(real(name).keep_raw for name in guessed)
    assert len(guessed) == 5


@needs_mails
@pytest.mark.parametrize(
    ("name", "when"),
    [
        ("rfc2822__example01.eml", "1997-11-21T15:55:06+00:00"),
        ("rfc2822__example04.eml", "1969-02-14T03:02:54+00:00"),
        ("rfc2822__example10.eml", "1969-02-14T03:02:00+00:00"),
        ("rfc2822__example12.eml", "1997-11-21T09:55:06+00:00"),
        ("rfc2822__example13.eml", "1997-11-21T15:55:06+00:00"),
        ("plain_emails__raw_email_string_in_date_field.eml", "2008-09-20T17:04:30+00:00"),
        ("error_emails__content_transfer_encoding_7-bit.eml", "2002-01-10T02:47:50+00:00"),
    ],
)
def test_the_date_is_found_behind_comments_and_old_zones(name: str, when: str) -> None:
    date = real(name).date_ms
    assert date is not None
    assert datetime.fromtimestamp(date / 1000, UTC).isoformat() == when


@needs_mails
def test_groups_comments_and_routes_of_recipients_are_understood() -> None:
    assert real("rfc2822__example10.eml").to == ("c@public.example", "joe@example.org", "jdoe@one.test")
    assert real("rfc2822__example11.eml").to == ("mary@example.net", "jdoe@test.example")
    assert real("rfc2822__example04.eml").cc == ()
    assert real("rfc2822__example03.eml").cc == ("boss@nil.test", "sysservices@example.net")
    assert real("rfc2822__example10.eml").sender_name == "Pete"
    assert real("plain_emails__mix_caps_content_type.eml").sender_name == "Big Bug"
    assert len(real("error_emails__new_line_in_to_header.eml").to) == 6


@needs_mails
def test_ids_stand_without_brackets_and_broken_ones_are_mended() -> None:
    assert real("rfc2822__example13.eml").message_id == "1234@local.machine.example"
    assert real("plain_emails__mix_caps_content_type.eml").message_id == "201002191008.30117.foo.bar@company.com"
    assert real("rfc2822__example07.eml").references == ("1234@local.machine.example", "3456@example.net")
    assert real("rfc2822__example07.eml").in_reply_to == "3456@example.net"
    assert real("error_emails__multiple_references_with_one_invalid.eml").references == ("foo@bar.net", "baz@bar.net")
    assert real("error_emails__empty_in_reply_to.eml").in_reply_to == ""


@needs_mails
def test_a_picture_in_the_text_keeps_its_content_id() -> None:
    letter = real("attachment_emails__attachment_message_rfc822_inline_image.eml")
    assert letter.body_html is not None
    assert f"cid:{letter.parts[0].content_id}" in letter.body_html
    assert letter.parts[0].inline
    assert letter.parts[0].content.startswith(b"\x89PNG")
