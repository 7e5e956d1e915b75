"""The command `homeline`."""


def main() -> int:
    """Run it; also while its parts are still being loaded, Ctrl-C is no error."""
    try:
        from bot import garbage  # noqa: PLC0415 - within what listens to Ctrl-C

        garbage.left_until_loaded()
        from bot.cli import main as command  # noqa: PLC0415 - as above

        return command()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main())
