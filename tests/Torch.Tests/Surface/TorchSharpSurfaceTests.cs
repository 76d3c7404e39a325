using System.Text.RegularExpressions;

namespace Qiansi.Torch.Tests.Surface;

/// <summary>A cell written for TorchSharp finds the same names, parameters and defaults here,
/// but for what Golden/differences.txt lists with its reason.</summary>
public sealed class TorchSharpSurfaceTests
{
    [Fact]
    public void Differs_from_TorchSharp_only_where_the_list_says()
    {
        var assembly = TorchSharpPackage.Load();
        var (there, here) = (new SurfaceReader("TorchSharp"), new SurfaceReader("Qiansi"));
        var ours = here.Types(typeof(torch).Assembly);
        var reasons = Reasons();
        var used = new HashSet<Regex>();
        var unexplained = new List<string>();
        foreach (var (name, type) in there.Types(assembly).OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            if (Explained(name)) continue;
            if (!ours.TryGetValue(name, out var own))
            {
                unexplained.Add(name);
                continue;
            }
            foreach (var missing in SurfaceComparison.Missing(there.Members(type, inherited: false), here.Members(own, inherited: true)))
            {
                if (!Explained($"{name} :: {missing}")) unexplained.Add($"{name} :: {missing}");
            }
        }
        if (Environment.GetEnvironmentVariable("QIANSI_SURFACE_REPORT") is { Length: > 0 } report) File.WriteAllLines(report, unexplained);
        Assert.True(unexplained.Count == 0,
            $"{unexplained.Count} differences from TorchSharp {TorchSharpPackage.Version} without a reason in "
            + $"differences.txt:\n{string.Join("\n", unexplained.Take(200))}");
        var stale = reasons.Where(r => !used.Contains(r)).ToList();
        Assert.True(stale.Count == 0, $"differences.txt explains what does not differ:\n{string.Join("\n", stale)}");

        bool Explained(string difference)
        {
            var by = reasons.Where(r => r.IsMatch(difference)).ToList();
            used.UnionWith(by);
            return by.Count > 0;
        }
    }

    /// <summary>The list's lines are regular expressions of "type" or "type :: member", reasons are the comments above them.</summary>
    private static List<Regex> Reasons()
    {
        var reasons = new List<Regex>();
        var explained = false;
        foreach (var line in File.ReadLines(GoldenFile.Path("differences.txt")))
        {
            if (line.StartsWith('#')) explained = true;
            else if (string.IsNullOrWhiteSpace(line)) explained = false;
            else
            {
                Assert.True(explained, $"differences.txt: no reason stands above '{line}'");
                reasons.Add(new Regex($"^(?:{line})$", RegexOptions.CultureInvariant));
            }
        }
        return reasons;
    }
}
