"""Entry: ``advisor-desk`` and ``python -m advisor_desk``."""

from advisor_desk.cli.main import app


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
