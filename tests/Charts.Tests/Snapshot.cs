using System.Runtime.CompilerServices;

namespace Qiansi.Charts.Tests;

/// <summary>Renderings beside the tests, compared character by character. <c>SNAPSHOTS=write dotnet test …</c> writes them anew; look at the difference.</summary>
internal static class Snapshot
{
    public static void Same(string name, string rendering, [CallerFilePath] string testFile = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots", name);
        rendering = rendering.ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("SNAPSHOTS") == "write") File.WriteAllText(file, rendering);
        Assert.True(File.Exists(file), $"There is no {file}; run the tests with SNAPSHOTS=write and look at what they write.");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), rendering);
    }
}
