"""Runs a notebook with nbclient, as Jupyter's own tools do: notebook.py FILE"""
import os
import sys
from itertools import groupby

import nbformat
from nbclient import NotebookClient
from kernels import tell


def shown(cell):
    """The cell's texts; what was printed in pieces is one text, wherever the pieces end."""
    parts = [o for o in cell.outputs if o.output_type != "display_data"]
    texts = [(o.get("name"), o.get("data", {}).get("text/plain") or o.get("text")) for o in parts]
    return ["".join(t or "" for _, t in run) for _, run in groupby(texts, lambda part: part[0])]


notebook = nbformat.read(sys.argv[1], as_version=4)
cells = [c for c in notebook.cells if c.cell_type == "code"]
stored = [shown(c) for c in cells]
NotebookClient(notebook, timeout=120, resources={"metadata": {"path": os.path.dirname(sys.argv[1])}}).execute()
nbformat.validate(notebook)
for cell, before in zip(cells, stored):
    tell(count=cell.execution_count, errors=[o.ename for o in cell.outputs if o.output_type == "error"],
         volatile="volatile" in cell.metadata.get("tags", []), same=shown(cell) == before, outputs=shown(cell))
tell(language=notebook.metadata.language_info.name, extension=notebook.metadata.language_info.file_extension)
