using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Qiansi.BPlus.Tests;

/// <summary>A process that commits without end is killed: what it has acknowledged is there, and nothing by halves.</summary>
public sealed class KilledProcessTests : IDisposable
{
    private const string Variable = "QIANSI_BPLUS_WRITER";
    private const int Entries = 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("bplus-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Durability.EachCommit)]
    [InlineData(Durability.AtCheckpoints)]
    public async Task Acknowledged_commits_survive_a_killed_process(Durability durability)
    {
        var path = Path.Combine(_folder, "killed.tree");
        var acknowledged = 0L;
        for (var round = 0; round < 4; round++)
        {
            var last = await RunAndKill(path, durability, acknowledged + 20 + 37 * round);
            Assert.True(File.Exists(path + ".wal"), "the process had not closed the tree");
            using var tree = BPlusTree.Open<long, long>(path);
            tree.Verify();
            acknowledged = tree[-1];
            Assert.InRange(acknowledged, last, last + 1);
            Assert.Equal(Expected(acknowledged), tree);
        }
    }

    /// <summary>Starts the writer, kills it when it has acknowledged a commit, and reads what it had said until then.</summary>
    private static async Task<long> RunAndKill(string path, Durability durability, long commits)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KilledProcessTests).Assembly.Location]) { RedirectStandardOutput = true };
        start.Environment[Variable] = $"{durability} {path}";
        using var process = Process.Start(start)!;
        var last = 0L;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            last = long.Parse(line, CultureInfo.InvariantCulture);
            if (last == commits) process.Kill();
        }

        await process.WaitForExitAsync();
        Assert.NotEqual(0, process.ExitCode);
        return last;
    }

    /// <summary>The writer: before any test, in a process that was started for it.</summary>
    [ModuleInitializer]
    internal static void Write()
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split(' ', 2) is not [var durability, var path]) return;
        var options = new BPlusOptions { PageSize = 512, PoolPages = 64, CheckpointPages = 100 };
        options = options with { Durability = Enum.Parse<Durability>(durability) };
        using var tree = BPlusTree.Open<long, long>(path, options);
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        for (var n = tree.TryGet(-1, out var last) ? last + 1 : 1; ; n++)
        {
            using var transaction = tree.Begin();
            foreach (var (key, value) in Changes(n))
            {
                if (value is { } v) tree[key] = v;
                else tree.Remove(key);
            }

            transaction.Commit();
            output.WriteLine(n.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Each transaction adds entries, and removes those of one before.</summary>
    private static IEnumerable<(long Key, long? Value)> Changes(long n)
    {
        for (var i = 0; i < Entries; i++) yield return (n * 7919 % 1000 * Entries + i, n);
        if (n > 30)
        {
            for (var i = 0; i < Entries / 2; i++) yield return ((n - 30) * 7919 % 1000 * Entries + i, null);
        }

        yield return (-1, n);
    }

    private static SortedDictionary<long, long> Expected(long transactions)
    {
        var model = new SortedDictionary<long, long>();
        for (var n = 1L; n <= transactions; n++)
        {
            foreach (var (key, value) in Changes(n))
            {
                if (value is { } v) model[key] = v;
                else model.Remove(key);
            }
        }

        return model;
    }
}
