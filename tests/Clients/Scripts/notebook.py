"""Runs a notebook with nbclient, as Jupyter's own tools do: notebook.py FILE"""
import os
import sys

import nbformat
from nbclient import NotebookClient
from kernels import tell

notebook = nbformat.read(sys.argv[1], as_version=4)
stored = [[o.get("data", {}).get("text/plain") or o.get("text") for o in c.outputs if o.output_type != "display_data"] for c in notebook.cells if c.cell_type == "code"]
NotebookClient(notebook, timeout=120, resources={"metadata": {"path": os.path.dirname(sys.argv[1])}}).execute()
nbformat.validate(notebook)
cells = [c for c in notebook.cells if c.cell_type == "code"]
for cell, before in zip(cells, stored):
    now = [o.get("data", {}).get("text/plain") or o.get("text") for o in cell.outputs if o.output_type != "display_data"]
    tell(count=cell.execution_count, errors=[o.ename for o in cell.outputs if o.output_type == "error"],
         volatile="volatile" in cell.metadata.get("tags", []), same=now == before, outputs=now)
tell(language=notebook.metadata.language_info.name, extension=notebook.metadata.language_info.file_extension)
