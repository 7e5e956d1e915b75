"""How Telegram says no."""


class Refused(Exception):
    """Telegram's answer when it does not do what was asked: a code, its words, sometimes what to do about it."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_api(self) -> dict[str, object]:
        """The answer's body."""
        body: dict[str, object] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(words: str, **parameters: int) -> Refused:
    """The request itself is wrong, and would be wrong again."""
    return Refused(400, f"Bad Request: {words}", **parameters)


def forbidden(words: str) -> Refused:
    """The person does not want to hear from the bot, or cannot."""
    return Refused(403, f"Forbidden: {words}")


def too_many_requests(seconds: int) -> Refused:
    """Telegram asks for patience."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
