using System.Runtime.CompilerServices;
using System.Text;

namespace Qiansi.Documents.Tests;

/// <summary>The notebook files under Samples.</summary>
internal static class Sample
{
    public static string Path(string name, [CallerFilePath] string here = "") =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "Samples", name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path(name));

    public static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));

    public static TheoryData<string> All => [.. Directory.GetFiles(Path("")).Select(f => System.IO.Path.GetFileName(f)).Order()];

    public static TheoryData<string> Ipynb =>
        [.. Directory.GetFiles(Path(""), "*.ipynb").Select(f => System.IO.Path.GetFileName(f)).Order()];
}
