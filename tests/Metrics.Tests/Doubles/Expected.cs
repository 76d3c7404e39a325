using System.Runtime.CompilerServices;

namespace Qiansi.Metrics.Tests.Doubles;

/// <summary>Pictures and texts as they were looked at and found right, in <c>Expected/</c>.</summary>
internal static class Expected
{
    public static void Matches(string name, string actual) =>
        Testing.Snapshot.SameFile(Path.Combine(Path.GetDirectoryName(SourceFile())!, "..", "Expected", name), actual);

    private static string SourceFile([CallerFilePath] string path = "") => path;
}
