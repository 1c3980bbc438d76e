"""The dashboards that are checked in are the ones that were drawn, and Grafana can read them."""

import json
import re
from pathlib import Path

import pytest
import yaml

from deploy.grafana.boards import DASHBOARDS
from deploy.grafana.draw import FOLDER, drawn, text

ROOT = Path(__file__).resolve().parents[4]
RECORDED = set(re.findall(r"record: (\S+)", (ROOT / "deploy/prometheus/rules.yml").read_text(encoding="utf-8")))

each_dashboard = pytest.mark.parametrize("name", DASHBOARDS)


@each_dashboard
def test_what_is_checked_in_is_what_was_drawn(name: str) -> None:
    assert (FOLDER / f"{name}.json").read_text(encoding="utf-8") == text(DASHBOARDS[name]), (
        "python -m deploy.grafana.draw"
    )


def test_nothing_else_lies_there() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(DASHBOARDS)


@each_dashboard
def test_panels_fit_side_by_side_and_have_numbers_of_their_own(name: str) -> None:
    panels = json.loads(text(DASHBOARDS[name]))["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)
    taken: set[tuple[int, int]] = set()
    for panel in panels:
        place = panel["gridPos"]
        assert place["x"] + place["w"] <= 24
        cells = {
            (x, y)
            for x in range(place["x"], place["x"] + place["w"])
            for y in range(place["y"], place["y"] + place["h"])
        }
        assert not cells & taken, panel["title"]
        taken |= cells


@each_dashboard
def test_every_panel_asks_the_provisioned_source_something(name: str) -> None:
    page = (ROOT / "deploy/grafana/provisioning/datasources/prometheus.yaml").read_text(encoding="utf-8")
    (source,) = yaml.safe_load(page)["datasources"]
    for panel in drawn(DASHBOARDS[name])["panels"]:  # type: ignore[attr-defined]
        if panel["type"] != "row":
            assert panel["title"]
            assert panel["targets"]
            assert {target["datasource"]["uid"] for target in panel["targets"]} == {source["uid"]}


def test_no_panel_asks_for_a_rule_that_is_not_there() -> None:
    asked = {
        name
        for dashboard in DASHBOARDS.values()
        for row in dashboard.rows
        for panel in row.panels
        for line in panel.lines
        for name in re.findall(r"\bsous:[a-z0-9_:]+", line.expression)
    }
    assert asked
    assert asked <= RECORDED


def test_each_dashboard_is_one_of_its_own() -> None:
    assert (
        len({one.uid for one in DASHBOARDS.values()})
        == len({one.title for one in DASHBOARDS.values()})
        == len(DASHBOARDS)
    )
