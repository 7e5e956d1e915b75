"""The facts of Bot API 10.3, held against what the bot asks and what the simulator answers."""

import json
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.simulator.files import Upload

if TYPE_CHECKING:
    from bot.simulator.server import Simulator

FACTS_FILE = Path(__file__).parents[1] / "data" / "botapi_10_3.json"
ARRAY_OF = "Array of "


@cache
def facts() -> dict[str, Any]:
    """Methods and types, by name."""
    loaded: dict[str, Any] = json.loads(FACTS_FILE.read_text("utf-8"))
    return loaded


def check_request(method: str, params: dict[str, Any]) -> None:
    """Fail unless `params` are what `method` takes; forms may write numbers and objects as strings."""
    assert method in facts()["methods"], f"{method}: no such method among the facts"
    attached = {name for name, value in params.items() if isinstance(value, Upload)}
    own = _fields("methods", method)
    given = {name: value for name, value in params.items() if name not in attached or name in own}
    _check_fields(method, "methods", method, given, loose=True)
    for name in attached - set(given):
        assert f"attach://{name}" in str(given), f"{method}.{name}: a file that no field names"


def check_object(type_name: str, value: Any, path: str = "") -> None:
    """Fail unless `value` is a `type_name` of the Bot API, down to its last field."""
    _check(type_name, value, path or type_name, loose=False)


def check_answer(method: str, result: Any) -> None:
    """Fail unless `result` is what `method` answers."""
    _check_any(facts()["methods"][method]["returns"], result, f"{method} answers", loose=False)


def check_all(sim: "Simulator", without: Iterable[object] = ()) -> None:
    """Fail unless every request that `sim` has recorded is one that Bot API 10.3 takes, `without` what was checked."""
    checked = {id(each) for each in without}
    for request in sim.requests:
        if id(request) not in checked:
            check_request(request.method, request.params)


@cache
def _fields(within: str, name: str) -> dict[str, list[str]]:
    """What a method or a type has, and of which types each may be."""
    return {field["name"]: field["types"] for field in facts()[within][name].get("fields", [])}


@cache
def _required(within: str, name: str) -> tuple[str, ...]:
    return tuple(field["name"] for field in facts()[within][name].get("fields", []) if field["required"])


def _check_fields(path: str, within: str, name: str, given: dict[str, Any], *, loose: bool) -> None:
    fields = _fields(within, name)
    for each, value in given.items():
        assert each in fields, f"{path}.{each}: unknown field"
        _check_any(fields[each], value, f"{path}.{each}", loose=loose)
    for each in _required(within, name):
        assert each in given, f"{path}.{each}: missing"


def _check_any(types: list[str], value: Any, path: str, *, loose: bool) -> None:
    if any(each in PLAIN and PLAIN[each](value) for each in types):
        return
    problems = []
    for type_name in types:
        try:
            _check(type_name, value, path, loose=loose)
        except AssertionError as problem:
            problems.append(str(problem))
        else:
            return
    # the deepest complaint comes from the type that was meant
    raise AssertionError(max(problems, key=lambda problem: problem.partition(":")[0].count(".")))


def _check(type_name: str, value: Any, path: str, *, loose: bool) -> None:
    if loose and isinstance(value, str) and type_name not in {"String", "InputFile"}:
        value = _from_form(value, path, type_name)
    if type_name.startswith(ARRAY_OF):
        assert isinstance(value, list), f"{path}: expected {type_name}, got {value!r}"
        for index, item in enumerate(value):
            _check(type_name.removeprefix(ARRAY_OF), item, f"{path}[{index}]", loose=loose)
    elif type_name in PLAIN:
        assert PLAIN[type_name](value), f"{path}: expected {type_name}, got {value!r}"
    else:
        _check_composed(type_name, value, path, loose=loose)


def _check_composed(type_name: str, value: Any, path: str, *, loose: bool) -> None:
    known = facts()["types"].get(type_name)
    assert known is not None, f"{path}: {type_name} is not among the facts that were copied"
    if "subtypes" in known:
        _check_any(known["subtypes"], value, path, loose=loose)
        return
    assert isinstance(value, dict), f"{path}: expected {type_name}, got {value!r}"
    _check_fields(path, "types", type_name, value, loose=loose)


def _from_form(value: str, path: str, type_name: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        raise AssertionError(f"{path}: expected {type_name}, got {value!r}") from None


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


PLAIN: dict[str, Callable[[Any], bool]] = {
    "Integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "Float": _is_number,
    "Boolean": lambda value: isinstance(value, bool),
    "String": lambda value: isinstance(value, str),
    "InputFile": lambda value: isinstance(value, Upload) or str(value).startswith("attach://"),
}
