"""One document for one seed: write() makes the paper, render() its text, finish() its gold."""
import frames
import layout
from paper import MARKS


def document(seed, number):
    """(layout's name, text, gold record); the same for the same seed and number."""
    rng = layout.make_rng(f"{seed}:{number}")
    paper = frames.write(rng)
    name, text, head = layout.render(paper, rng)
    return name, MARKS.sub("", text), paper.finish(text, head)
