namespace Qiansi.Benchmarks;

/// <summary>Work that allocates much. This file is compiled here and, as its text, in a cell.</summary>
public static class AllocationCells
{
    public static double Strings()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var text = "";
        for (var i = 0; i < 20_000; i++) text += i;
        return text.Length == 88_890 ? watch.Elapsed.TotalMilliseconds : double.NaN;
    }

    public static double MiddleArrays()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var sum = 0L;
        for (var i = 0; i < 2_000; i++) sum += new byte[200_000].Length;
        return sum == 400_000_000 ? watch.Elapsed.TotalMilliseconds : double.NaN;
    }

    public static double LargeArrays()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var sum = 0L;
        for (var i = 0; i < 500; i++) sum += new byte[4_000_000].Length;
        return sum == 2_000_000_000 ? watch.Elapsed.TotalMilliseconds : double.NaN;
    }

    public static double Queries()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var numbers = Enumerable.Range(0, 200_000).ToList();
        var found = 0;
        for (var i = 0; i < 20; i++) found += numbers.Where(n => n % 3 == i % 3).Select(n => (double)n * n).OrderBy(x => -x).ToList().Count;
        return found > 1_000_000 ? watch.Elapsed.TotalMilliseconds : double.NaN;
    }

    public static double Batches()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var kept = new Queue<float[]>();
        for (var i = 0; i < 3_000; i++)
        {
            kept.Enqueue(new float[32 * 784]);
            if (kept.Count > 8) kept.Dequeue();
        }

        return kept.Count == 8 ? watch.Elapsed.TotalMilliseconds : double.NaN;
    }
}
