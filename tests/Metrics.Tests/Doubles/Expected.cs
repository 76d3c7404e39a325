using System.Runtime.CompilerServices;

namespace Qiansi.Metrics.Tests.Doubles;

/// <summary>Pictures and texts as they were looked at and found right, in <c>Expected/</c>. With <c>QIANSI_ACCEPT=1</c> a run writes them anew: look at the difference.</summary>
internal static class Expected
{
    public static void Matches(string name, string actual)
    {
        var path = Path.Combine(Path.GetDirectoryName(SourceFile())!, "..", "Expected", name);
        actual = actual.ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("QIANSI_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is not there: run once with QIANSI_ACCEPT=1 and look at what it writes");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    private static string SourceFile([CallerFilePath] string path = "") => path;
}
