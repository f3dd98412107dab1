"""The demo's texts are written in Markdown and sent as HTML."""

from markdown_it import MarkdownIt


def to_html(text: str) -> str:
    """Paragraphs, emphasis, code, lists and links; a single line end is a line end."""
    rendered: str = MarkdownIt("commonmark", {"breaks": True, "html": False}).render(text)
    return rendered.strip()


def filled(text: str, values: dict[str, str]) -> str:
    """The text with {name} replaced; other braces belong to the text."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text
