"""Draws docs/pictures/voice-noise.svg for voice_noise.py: how many commands are heard right, the louder the kitchen."""

from collections.abc import Mapping

WIDTH, HEIGHT, LEFT, TOP = 210, 150, 46, 46
LEVELS = ("quiet", "20", "10", "5", "0")
COLOURS = {"ko": "#b45309", "en": "#1d4ed8"}
TITLES = {"fan": "hood fan", "sizzle": "sizzling pan", "tap": "running tap", "babble": "people talking"}


def picture(shares: Mapping[tuple[str, str, int], float]) -> str:
    """`shares`: (language, noise, level in dB) -> 0..1, and (language, "quiet", 99)."""
    parts = []
    for number, (kind, title) in enumerate(TITLES.items()):
        left = LEFT + (number % 2) * (WIDTH + 70)
        top = TOP + (number // 2) * (HEIGHT + 70)
        parts += [
            f'<text x="{left}" y="{top - 10}" font-weight="bold">{title}</text>',
            f'<rect x="{left}" y="{top}" width="{WIDTH}" height="{HEIGHT}" fill="none" stroke="#9ca3af"/>',
        ]
        for percent in (0, 50, 100):
            y = top + HEIGHT * (1 - percent / 100)
            parts.append(f'<text x="{left - 6}" y="{y + 4:.0f}" text-anchor="end">{percent} %</text>')
        for place, level in enumerate(LEVELS):
            x = left + WIDTH * place / (len(LEVELS) - 1)
            unit = "" if level == "quiet" else " dB"
            parts.append(f'<text x="{x:.0f}" y="{top + HEIGHT + 16}" text-anchor="middle">{level}{unit}</text>')
        for language, colour in COLOURS.items():
            points = []
            for place, level in enumerate(LEVELS):
                key = (language, "quiet", 99) if level == "quiet" else (language, kind, int(level))
                if key in shares:
                    x, y = left + WIDTH * place / (len(LEVELS) - 1), top + HEIGHT * (1 - shares[key])
                    points.append(f"{x:.1f},{y:.1f}")
                    parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>')
            parts.append(f'<polyline points="{" ".join(points)}" fill="none" stroke="{colour}" stroke-width="2"/>')
    width, height = LEFT + 2 * (WIDTH + 70) - 20, TOP + 2 * (HEIGHT + 70) + 10
    legend = "".join(
        f'<text x="{LEFT + 90 * place}" y="{height - 10}" fill="{COLOURS[language]}">{name}</text>'
        for place, (language, name) in enumerate((("ko", "Korean"), ("en", "English")))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif" font-size="11" fill="#111827">'
        '<rect width="100%" height="100%" fill="#ffffff"/>'
        f'<text x="{LEFT}" y="18" font-size="13">Commands heard right, by how far the voice is above the noise</text>'
        f"{''.join(parts)}{legend}</svg>\n"
    )
