"""A believable sample journal of a fictional person, of any length, from a seed."""

from legjournal.demo.sample import sample_rows, write_sample

__all__ = ["sample_rows", "write_sample"]
