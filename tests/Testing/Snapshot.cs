using System.Runtime.CompilerServices;
using Xunit;

namespace Qiansi.Testing;

/// <summary>Renderings beside the tests, compared character by character. <c>SNAPSHOTS=write dotnet test …</c> writes them anew; look at
/// the difference.</summary>
public static class Snapshot
{
    /// <summary>Whether this run writes what others compare with.</summary>
    public static bool IsWritten => Environment.GetEnvironmentVariable("SNAPSHOTS") == "write";

    /// <summary>Compares with the file of this name in the folder Snapshots beside the test.</summary>
    public static void Same(string name, string rendering, [CallerFilePath] string testFile = "") =>
        SameFile(Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots", name), rendering);

    /// <summary>Compares with a file.</summary>
    public static void SameFile(string file, string rendering)
    {
        rendering = rendering.ReplaceLineEndings("\n") + "\n";
        if (IsWritten)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, rendering);
        }

        Assert.True(File.Exists(file), $"There is no {file}; run the tests with SNAPSHOTS=write and look at what they write.");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), rendering);
    }
}
