using System.Runtime.CompilerServices;

namespace Qiansi.Testing;

/// <summary>Files that lie beside the tests: what other libraries computed.</summary>
public static class GoldenFile
{
    /// <summary>The path of a file in the folder Golden beside the calling test's source.</summary>
    public static string Path(string name, [CallerFilePath] string test = "") =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(test)!, "Golden", name);
}
