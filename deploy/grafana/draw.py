"""The dashboards of `boards.py` as JSON that Grafana reads: `python -m deploy.grafana.draw`.

Grafana's JSON is nine parts position and colour; those stand here. The JSON is checked in because Grafana is given
files; a test holds the two together, another one asks a real Prometheus every expression.
"""

import json
import sys
from pathlib import Path

from deploy.grafana.boards import DASHBOARDS, Dashboard, Panel

FOLDER = Path(__file__).resolve().parent / "dashboards"
SOURCE = {"type": "prometheus", "uid": "sous-prometheus"}
WIDTH = 24

Json = dict[str, object]


def drawn(dashboard: Dashboard) -> Json:
    """What Grafana's provisioning reads."""
    panels: list[Json] = []
    y = 0
    for row in dashboard.rows:
        panels.append(
            {
                "id": len(panels) + 1,
                "type": "row",
                "title": row.title,
                "collapsed": False,
                "panels": [],
                "gridPos": {"x": 0, "y": y, "w": WIDTH, "h": 1},
            }
        )
        y, x = y + 1, 0
        height = 5 if all(panel.kind == "stat" for panel in row.panels) else 8
        for panel in row.panels:
            if x + panel.width > WIDTH:
                x, y = 0, y + height
            place: Json = {"x": x, "y": y, "w": panel.width, "h": height}
            panels.append(_panel(panel, len(panels) + 1, place))
            x += panel.width
        y += height
    return {
        "uid": dashboard.uid,
        "title": dashboard.title,
        "tags": ["sous"],
        "timezone": "browser",
        "schemaVersion": 39,
        "version": 1,
        "editable": False,
        "refresh": "10s",
        "time": {"from": "now-1h", "to": "now"},
        "templating": {"list": []},
        "annotations": {"list": []},
        "links": [{"type": "dashboards", "tags": ["sous"], "title": "Sous", "asDropdown": False}],
        "panels": panels,
    }


def _panel(panel: Panel, number: int, place: Json) -> Json:
    defaults: Json = {"unit": panel.unit, "min": 0 if panel.red != 0.0 else None, "max": panel.most}
    if panel.yellow is not None and panel.red is not None:
        ends = [("green", None), ("yellow", panel.yellow), ("red", panel.red)]
        if panel.red < panel.yellow:  # more is better
            ends = [("red", None), ("yellow", panel.red), ("green", panel.yellow)]
        defaults["thresholds"] = {"mode": "absolute", "steps": [{"color": c, "value": v} for c, v in ends]}
    options: Json
    if panel.kind == "stat":
        options = {"reduceOptions": {"calcs": ["lastNotNull"]}, "textMode": "value_and_name", "colorMode": "value"}
        defaults["noValue"] = "-"
    else:
        options = {
            "legend": {"displayMode": "list", "placement": "bottom"},
            "tooltip": {"mode": "multi", "sort": "desc"},
        }
        defaults["custom"] = {
            "fillOpacity": 20 if panel.stacked else 5,
            "showPoints": "never",
            "stacking": {"mode": "normal" if panel.stacked else "none"},
        }
    return {
        "id": number,
        "type": panel.kind,
        "title": panel.question,
        "description": panel.why,
        "datasource": SOURCE,
        "gridPos": place,
        "fieldConfig": {"defaults": {k: v for k, v in defaults.items() if v is not None}, "overrides": []},
        "options": options,
        "targets": [
            {"refId": chr(ord("A") + at), "datasource": SOURCE, "expr": line.expression, "legendFormat": line.called}
            for at, line in enumerate(panel.lines)
        ],
    }


def text(dashboard: Dashboard) -> str:
    return json.dumps(drawn(dashboard), indent=1, ensure_ascii=False) + "\n"


def main() -> int:
    FOLDER.mkdir(exist_ok=True)
    for name, dashboard in DASHBOARDS.items():
        (FOLDER / f"{name}.json").write_text(text(dashboard), encoding="utf-8")
        print(f"deploy/grafana/dashboards/{name}.json")
    return 0


if __name__ == "__main__":
    sys.exit(main())
