"""Button data: a verb and its arguments, at most 64 bytes, never a name or a health word."""

LIMIT = 64


def pack(verb: str, *args: object) -> str:
    """`verb:arg:arg` as Telegram carries it; raises ValueError when it does not fit."""
    data = ":".join([verb, *(str(arg) for arg in args)])
    if len(data.encode()) > LIMIT:
        raise ValueError(f"button data of {len(data.encode())} bytes: {data}")
    return data


def unpack(data: str) -> tuple[str, tuple[str, ...]]:
    """The verb and its arguments; what came from outside is checked by the route that takes it."""
    verb, *args = data.split(":")
    return verb, tuple(args)
