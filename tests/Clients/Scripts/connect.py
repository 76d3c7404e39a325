"""A notebook with cells of C# and of ipykernel: an array there and back."""
from kernels import kernel, run, tell

with kernel() as (manager, client):
    tell(**run(client, "#!connect jupyter --kernel-spec python3 --kernel-name py"))
    tell(**run(client, "var grid = new double[,] { { 1, 2 }, { 3, 4 } };"))
    tell(**run(client, "#!py\n#!share grid --from csharp\nimport numpy\nprint(grid.dtype, grid.shape)\ninverse = numpy.linalg.inv(grid)\n'inverted'"))
    tell(**run(client, "#!share inverse --from py\nMath.Round(inverse[1, 1], 6)"))
