using System.Runtime.CompilerServices;

namespace Qiansi.Data.Tests;

/// <summary>Files that lie beside the tests.</summary>
internal static class GoldenFile
{
    /// <summary>The path of a file in the folder Golden.</summary>
    public static string Path(string name, [CallerFilePath] string test = "") => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(test)!, "Golden", name);
}
