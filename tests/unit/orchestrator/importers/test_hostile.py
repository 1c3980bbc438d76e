"""Files made to do harm, or only broken: a clear error that names the file, quickly, and nothing half-imported."""

import gzip
import io
import json
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orchestrator.importers.reading import drafts_of, read_recipes
from orchestrator.recipes.shelf import Shelf
from orchestrator.recipes.structure import build
from orchestrator.recipes.trouble import RecipeTrouble
from tests.unit.orchestrator.importers.test_shapes import HOW_TO, MEALIE, SCHEMA, TANDOOR, zipped

GOOD = json.dumps(SCHEMA | {"recipeInstructions": HOW_TO}).encode()


def bomb() -> bytes:
    return zipped({"recipe.json": b"{" + b" " * 40_000_000})


def lying_zip() -> bytes:
    """A directory that promises 10 bytes where there are millions."""
    raw = bytearray(bomb())
    at = raw.rfind(b"PK\x01\x02")
    raw[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(raw)


def member(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), GOOD)
    return buffer.getvalue()


def steps(*texts: object, **fields: object) -> bytes:
    return json.dumps(SCHEMA | {"recipeInstructions": list(texts)} | fields).encode()


HOSTILE: dict[str, tuple[str, bytes]] = {
    "empty": ("a.json", b""),
    "only spaces": ("a.cook", b"  \n\n "),
    "not JSON": ("a.json", b'{"name": "x"'),
    "JSON of another kind": ("a.json", b'{"hello": [1, 2]}'),
    "a JSON number": ("a.json", b"42"),
    "deep JSON": ("a.json", b"[" * 200_000),
    "deep but closed JSON": ("a.json", b"[" * 50_000 + b"]" * 50_000),
    "a number without end": ("a.json", b'{"@type":"Recipe","x":' + b"9" * 100_000 + b"}"),
    "no name": ("a.json", json.dumps({"@type": "Recipe", "recipeInstructions": ["mix"]}).encode()),
    "no steps": ("a.json", json.dumps(SCHEMA).encode()),
    "empty steps": ("a.json", steps("", {"@type": "HowToStep"})),
    "steps of the wrong kind": ("a.json", steps(1, 2, None)),
    "too many steps": ("a.json", steps(*["mix it"] * 500)),
    "too many ingredients": ("a.json", steps("mix", recipeIngredient=["salt"] * 1000)),
    "x- fields of the wrong kind": ("a.json", steps("mix", **{"x-ingredients": [1, 2, 3, 4]})),
    "x- fields that don't fit": ("a.json", steps("mix", **{"x-ingredients": []})),
    "an amount outside its step": ("a.json", steps({"text": "mix", "x-uses": [{"ingredient": "salt", "start": 5, "end": 900}]})),
    "a step that takes what isn't there": ("a.json", steps({"text": "mix", "x-uses": [{"ingredient": "gold"}]})),
    "a step that needs itself": ("a.json", steps({"text": "mix", "x-needs": [1]})),
    "a negative time": ("a.json", steps({"text": "mix", "x-times": [{"low": -5}]})),
    "division by zero": ("a.json", steps("mix", **{"x-servings": "1/0"})),
    "zip bomb": ("a.zip", bomb()),
    "zip that lies about sizes": ("a.zip", lying_zip()),
    "gzip bomb": ("a.paprikarecipe", gzip.compress(b" " * 60_000_000)),
    "gzip cut off": ("a.paprikarecipe", gzip.compress(GOOD)[:-20]),
    "zip cut off": ("a.zip", zipped({"a.json": GOOD})[:-30]),
    "zip in zip in zip": ("a.zip", zipped({"b.zip": zipped({"c.zip": zipped({"recipe.json": GOOD})})})),
    "path climbing out": ("a.zip", member("../../etc/passwd.json")),
    "absolute path": ("a.zip", member("/etc/cron.d/x.json")),
    "windows path": ("a.zip", member("C:\\autoexec.json")),
    "backslashes": ("a.zip", member("..\\..\\x.json")),
    "zip of pictures": ("a.zip", zipped({"a.jpg": b"\xff\xd8\xff"})),
    "one good, one broken": ("a.zip", zipped({"good.json": GOOD, "bad.json": b'{"@type":"Recipe","recipeInstructions":'})),
    "a picture": ("a.json", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))),
    "neither UTF-8 nor CP949": ("a.txt", b"recipe \xff\xff\xff\xfe\x80 \xff"),
    "YAML anchors": ("a.cook", b"---\na: &a [x,x]\nb: [*a,*a]\n---\nmix @salt{}\n"),
    "broken YAML": ("a.cook", b"---\na: [1\n---\nmix @salt{}\n"),
    "a page without a recipe": ("a.html", b"<!doctype html><html><body><p>hello</p></body></html>"),
    "Mealie without steps": ("a.json", json.dumps(MEALIE | {"recipeInstructions": []}).encode()),
    "Tandoor of the wrong kind": ("a.json", json.dumps(TANDOOR | {"servings": "many", "steps": TANDOOR["steps"]}).encode()),
    "text without steps": ("a.txt", "재료\n간장 2큰술\n".encode()),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_clear_error_names_the_file(kind: str, tmp_path: Path) -> None:
    name, content = HOSTILE[kind]
    path = tmp_path / name
    path.write_bytes(content)
    began = time.perf_counter()
    with pytest.raises(RecipeTrouble) as trouble:
        read_recipes(path)
    assert time.perf_counter() - began < 5
    assert name in str(trouble.value)
    assert len(str(trouble.value)) < 400
    assert list(tmp_path.iterdir()) == [path], "nothing was unpacked"


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.json", tmp_path):
        with pytest.raises(RecipeTrouble, match=path.name):
            read_recipes(path)


def test_a_strange_name_stays_in_the_recipes_folder(tmp_path: Path) -> None:
    path = tmp_path / "evil.json"
    path.write_bytes(steps("mix", name="../../../etc/passwd", **{"@id": "../../x"}))
    kept = Shelf(tmp_path / "recipes").keep(read_recipes(path)[0])
    assert kept.parent == tmp_path / "recipes"


def test_markup_and_control_characters_do_not_reach_the_screen(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(steps("<b>Mix</b> \x1b[31mred\u202e &amp; stir", name="Soup\x07"))
    recipe = read_recipes(path)[0]
    assert recipe.title == "Soup"
    assert recipe.steps[0].text == "Mix [31mred & stir"


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    raw=st.binary(min_size=1, max_size=400),
    suffix=st.sampled_from([".json", ".cook", ".md", ".html", ".zip", ".paprikarecipe"]),
)
def test_any_bytes_give_recipes_or_trouble(raw: bytes, suffix: str) -> None:
    try:
        for draft in drafts_of(raw, "x", "x", suffix):
            build(draft, "x")
    except RecipeTrouble:
        pass


JSONISH = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20) | st.sampled_from(["PT5M", "2 cups", "Recipe"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    page=st.fixed_dictionaries(
        {"@type": st.just("Recipe"), "name": JSONISH, "recipeInstructions": JSONISH},
        optional=dict.fromkeys(("recipeIngredient", "recipeYield", "totalTime", "x-ingredients", "author", "keywords", "x-notes", "x-servings", "inLanguage"), JSONISH),
    )
)  # fmt: skip
def test_any_json_recipe_gives_a_recipe_or_trouble(page: dict[str, object]) -> None:
    try:
        for draft in drafts_of(json.dumps(page).encode(), "x", "x", ".json"):
            build(draft, "x")
    except RecipeTrouble:
        pass
