"""The fields of one request, however the client has written them down."""

import json
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from bot.simulator.files import Upload
from bot.simulator.refusals import bad_request

TRUE = {True, "true", "True", "1", "yes"}


class Params:
    """Fields by name; forms bring strings, JSON brings values, and both are understood."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values

    def __contains__(self, name: str) -> bool:
        return self.values.get(name) not in (None, "")

    def text(self, name: str) -> str:
        """A string; empty when it was not given."""
        value = self.values.get(name)
        if value is None or isinstance(value, Upload):
            return ""
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number."""
        value = self.values.get(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f'field "{name}" must be of type Number') from None

    def real(self, name: str) -> float:
        """A number."""
        try:
            return float(self.values[name])
        except (KeyError, TypeError, ValueError):
            raise bad_request(f"{name} is empty") from None

    def flag(self, name: str) -> bool:
        """A yes or no."""
        value = self.values.get(name)
        return isinstance(value, bool | int | str) and value in TRUE

    def tree(self, name: str, words: str) -> Any:
        """A list or an object; `words` is what Telegram says when it cannot be read."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise bad_request(words) from None

    def upload(self, name: str) -> Upload | None:
        """The file that a field brings, in itself or attached under another name."""
        value = self.values.get(name)
        return value if isinstance(value, Upload) else self.attached(value)

    def attached(self, link: Any) -> Upload | None:
        """The file behind an attach:// link."""
        if not isinstance(link, str) or not link.startswith("attach://"):
            return None
        found = self.values.get(link.removeprefix("attach://"))
        return found if isinstance(found, Upload) else None


async def read_params(request: web.Request) -> Params:
    """Read the fields from the address and the body."""
    values: dict[str, Any] = dict(request.query) if request.query_string else {}
    if request.can_read_body:
        values |= await _read_body(request)
    return Params(values)


async def _read_body(request: web.Request) -> dict[str, Any]:
    kind = request.content_type
    if kind.startswith("multipart/"):
        return await _read_parts(request)
    body = await request.read()
    if kind == "application/json":
        return _read_json(body)
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))


def _read_json(body: bytes) -> dict[str, Any]:
    try:
        values = json.loads(body)
    except ValueError:
        values = None
    if not isinstance(values, dict):
        raise bad_request("can't parse request JSON object")
    return values


async def _read_parts(request: web.Request) -> dict[str, Any]:
    values: dict[str, Any] = {}
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        data = bytes(await part.read(decode=True))
        if part.filename is None:
            values[part.name or ""] = data.decode("utf-8", "replace")
        else:
            values[part.name or ""] = Upload(part.filename, data, part.headers.get("Content-Type", ""))
    return values
