using System.Text;

namespace Qiansi.Torch.Tests.Surface;

/// <summary>docs/torch-names.md says which names only one of both libraries has; <c>SNAPSHOTS=write</c> writes it anew.</summary>
public sealed class MatchingTableTests
{
    [Fact]
    public void The_table_is_what_both_libraries_have() =>
        Snapshot.SameFile(Repository.PathOf("docs", "torch-names.md"), Table());

    private static string Table()
    {
        var (there, here) = (new SurfaceReader("TorchSharp"), new SurfaceReader("Qiansi"));
        var (theirs, ours) = (there.Types(TorchSharpPackage.Load()), here.Types(typeof(torch).Assembly));
        var text = new StringBuilder($"""
            # Names of the kernel's torch and of TorchSharp {TorchSharpPackage.Version}

            Written by `tests/Torch.Tests` from both assemblies. Which arguments and defaults differ, and why a name is missing, is in
            `tests/Torch.Tests/Surface/Golden/differences.txt`; what a name computes otherwise in [torchsharp.md](torchsharp.md).

            | type | in both | only here | only in TorchSharp |
            |---|---|---|---|

            """);
        // Members of single layers are not for cells to name.
        var shared = ours.Keys.Intersect(theirs.Keys).Where(n => n.StartsWith("torch", StringComparison.Ordinal));
        foreach (var name in shared.Order(StringComparer.Ordinal))
        {
            var (own, other) = (Names(here, ours[name]), Names(there, theirs[name]));
            if (own.SetEquals(other)) continue;
            text.Append($"| `{name}` | {own.Intersect(other).Count()} | {List(own.Except(other))} | {List(other.Except(own))} |\n");
        }

        text.Append($"\nTypes only here: {List(ours.Keys.Except(theirs.Keys))}.\n");
        text.Append($"\nTypes only in TorchSharp: {List(theirs.Keys.Except(ours.Keys))}.");
        return text.ToString();
    }

    private static HashSet<string> Names(SurfaceReader reader, Type type) =>
        [.. reader.Members(type, inherited: false).Where(m => !m.Name.Contains('.') && m.Name[0] != '_').Select(m => m.Name)];

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal).Select(n => $"`{n}`"));
}
