"""What a person can wish for from a page, and others of the window do."""

from enum import Enum, auto


class Wish(Enum):
    """Each about the page of a key."""

    SAVE = auto()  # as a PDF
    TRY = auto()  # start a course of the therapy
    ASK = auto()  # ask about it at the next appointment
    ADD_CONTACT = auto()
    SEE_COURSES = auto()
    SEE_CONTACTS = auto()
