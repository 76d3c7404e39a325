using System.Reflection;
using System.Runtime.Loader;

namespace Qiansi.Torch.Tests.Surface;

/// <summary>The package whose names ours are.</summary>
internal static class TorchSharpPackage
{
    public const string Version = "0.107.0";

    /// <summary>Its assembly, to be looked at; skips the test where it was not restored.</summary>
    public static Assembly Load()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var path = Path.Combine(packages, "torchsharp", Version, "lib", "net8.0", "TorchSharp.dll");
        Assert.SkipUnless(File.Exists(path),
            $"TorchSharp {Version} is not among the restored packages ({path}): run a cell with #r \"nuget: TorchSharp, {Version}\"");
        var context = new AssemblyLoadContext("TorchSharp");
        context.Resolving += (_, name) =>
            Directory.EnumerateFiles(packages, name.Name + ".dll", SearchOption.AllDirectories).FirstOrDefault(f =>
                f.Contains("net6.0") || f.Contains("netstandard2")) is { } found ? context.LoadFromAssemblyPath(found) : null;
        return context.LoadFromAssemblyPath(path);
    }
}
