"""The help page of the text mode, both languages side by side."""

from rich.table import Table

_ROWS = (
    ("다음 · 다 했어", "next · done", "다음 단계로 · go on"),
    ("이전 · 다시 · 3단계로", "back · repeat · step 3", "돌아가기 · move around"),
    ("재료 · 간장 얼마나?", "ingredients · how much salt?", "묻기 · ask the recipe"),
    ("타이머 시작 · 10분 타이머", "start the timer · timer for 10 minutes", "타이머 · timers"),
    ("얼마나 남았어? · 5분만 더", "how long is left? · five more minutes", ""),
    ("그만 · 꺼", "stop", "울림 끄기 · silence"),
    ("4인분으로 · 두 배로", "make it for 4 · double it", "양 바꾸기 · scale"),
    ("설탕 대신 뭐?", "what instead of sugar?", "대체 · substitute"),
    ("되돌려 · 어디까지 했지?", "undo · where are we?", ""),
    ("나가기", "quit", "세션은 남아요 · the session is kept"),
)


def _page() -> Table:
    table = Table(box=None, padding=(0, 2), show_header=False)
    for style in ("bold", "bold cyan", "dim"):
        table.add_column(style=style)
    for row in _ROWS:
        table.add_row(*row)
    return table


HELP = _page()
