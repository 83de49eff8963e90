"""How long a text may be: no length a person meets, but a bound on a hostile file."""

NOTE_LIMIT = 1_000_000  # characters of a note
NAME_LIMIT = 2000  # characters of a name or a few words
PICTURE_LIMIT = 1_000_000  # characters of a picture in base64: three quarters of a megabyte
