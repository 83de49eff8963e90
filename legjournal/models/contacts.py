"""The people and places near the person: whom to ring, and where to go."""

from legjournal.models.row import Fields, Row, name, note, short_text


class ContactFields(Fields):
    """A person or a place, as the person would write it into an address book."""

    name: str = name()
    what: str | None = short_text()  # “physiotherapist”, “warm pool”
    phone: str | None = short_text()  # as typed: a number of the person's own, with words beside it or not
    address: str | None = note()
    page: str | None = short_text()  # key of the resource page it belongs to
    note: str | None = note()


class Contact(ContactFields, Row, table=True):
    """A contact."""

    __tablename__ = "contact"
