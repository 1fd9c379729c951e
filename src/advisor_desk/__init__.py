"""advisor_desk: guided face-to-face interviews for in-branch wealth advisers."""

__version__ = "0.1.0"
