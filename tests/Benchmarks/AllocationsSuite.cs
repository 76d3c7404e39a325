using System.Globalization;

namespace Qiansi.Benchmarks;

/// <summary>Work that allocates much, in a cell beside this (Release) program.</summary>
internal static class AllocationsSuite
{
    private static readonly (string Name, Func<double> Run)[] Cases =
    [
        (nameof(AllocationCells.Strings), AllocationCells.Strings),
        (nameof(AllocationCells.MiddleArrays), AllocationCells.MiddleArrays),
        (nameof(AllocationCells.LargeArrays), AllocationCells.LargeArrays),
        (nameof(AllocationCells.Queries), AllocationCells.Queries),
        (nameof(AllocationCells.Batches), AllocationCells.Batches),
    ];

    public static async Task RunAsync(int runs)
    {
        await using var kernel = await PublishedKernel.StartAsync();
        var text = await File.ReadAllLinesAsync(Path.Combine(PublishedKernel.Root, "tests", "Benchmarks", $"{nameof(AllocationCells)}.cs"));
        await kernel.RunAsync(string.Join('\n', text.Where(l => !l.StartsWith("namespace", StringComparison.Ordinal))));
        foreach (var (name, run) in Cases)
        {
            List<double> cell = [], program = [];
            for (var i = 0; i < runs + 2; i++)
            {
                var here = run();
                var call = $"{nameof(AllocationCells)}.{name}().ToString(System.Globalization.CultureInfo.InvariantCulture)";
                var there = double.Parse(await kernel.RunAsync(call), CultureInfo.InvariantCulture);
                if (i < 2) continue;
                program.Add(here);
                cell.Add(there);
            }

            Figures.Print($"{name}: Release program", program, "ms");
            Figures.Print($"{name}: cell", cell, "ms");
            Figures.Print($"{name}: cell / program", [cell.Median() / program.Median()], "×", "1.3");
        }

        Figures.Print("resident after it", [kernel.ResidentMegabytes()], "MB");
    }
}
