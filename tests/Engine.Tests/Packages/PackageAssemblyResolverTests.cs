using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using Qiansi.Engine.Packages;
using static Qiansi.Engine.Tests.Packages.PackageFeed;

namespace Qiansi.Engine.Tests.Packages;

public sealed class PackageAssemblyResolverTests : IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly PackageFeed _feed = new();

    // What is loaded stays loaded in this process, so every run of a test needs a name of its own.
    private readonly string _suffix = Guid.NewGuid().ToString("N")[..8];

    public void Dispose() => _feed.Dispose();

    [Fact]
    public async Task Loads_assemblies_that_packages_need()
    {
        string lower = "Lower" + _suffix, upper = "Upper" + _suffix;
        byte[] lowerImage = Compile(lower, "public static class L { public static int Answer() => 42; }");
        _feed.Add(lower, "1.0.0", new() { [$"lib/net8.0/{lower}.dll"] = lowerImage });
        _feed.Add(upper, "1.0.0", new() { [$"lib/net8.0/{upper}.dll"] = Compile(upper, "public static class U { public static int Answer() => L.Answer(); }", lowerImage) }, (lower, "1.0.0"));
        var resolved = await _feed.Session().ResolveAsync(Ask(upper), null, Token);
        Assert.Equal(2, resolved.RuntimeAssemblies.Count);

        using var resolver = new PackageAssemblyResolver();
        resolver.Add(resolved);
        Assert.Equal(42, Call(Assembly.Load(upper), "U", "Answer"));
        Assert.Throws<FileNotFoundException>(() => Assembly.Load($"{lower}.resources, Culture=de")); // what nobody has is left to fall back
    }

    [Fact]
    public async Task Of_assemblies_the_kernel_has_itself_the_higher_version_wins()
    {
        // Microsoft.CodeAnalysis is in this process; a package brings a higher and a lower version of assemblies of that name.
        string user = "User" + _suffix;
        const string Own = "Microsoft.CodeAnalysis.Scripting";
        byte[] newer = Compile(Own, "[assembly: System.Reflection.AssemblyVersion(\"99.0.0.0\")] public static class Mark { public static int Answer() => 99; }");
        _feed.Add("Newer", "99.0.0", new() { [$"lib/net8.0/{Own}.dll"] = newer });
        _feed.Add("Older", "1.0.0", new() { [$"lib/net8.0/{Own}.dll"] = Compile(Own, "[assembly: System.Reflection.AssemblyVersion(\"1.0.0.0\")] public class X { }") });
        _feed.Add(user, "1.0.0", new() { [$"lib/net8.0/{user}.dll"] = Compile(user, "public static class U { public static int Answer() => Mark.Answer(); }", newer) }, ("Newer", "99.0.0"));

        var high = await _feed.Session().ResolveAsync(Ask(user), null, Token);
        Assert.Contains(high.Notes, n => n.Contains($"{Own} 99.0.0.0 of the package is used by cells beside the kernel's own"));
        using var resolver = new PackageAssemblyResolver();
        resolver.Add(high);
        Assert.Equal(99, Call(Assembly.Load(user), "U", "Answer"));

        var low = await _feed.Session().ResolveAsync(Ask("Older, 1.0.0"), null, Token);
        Assert.Empty(low.RuntimeAssemblies);
        Assert.StartsWith(AppContext.BaseDirectory, low.ReferenceAssemblies.Single()); // cells compile against the kernel's
        Assert.Contains(low.Notes, n => n.Contains($"{Own} 1.0.0.0 of the package is not used"));
    }

    [Fact]
    public async Task Finds_native_libraries_also_when_they_need_one_of_another_package()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("builds a Linux library");
        string rid = TargetPlatform.RuntimeIdentifier, folder = Directory.CreateDirectory(Path.Combine(_feed.Feed, "native")).FullName;
        string inner = "inner" + _suffix, outer = "outer" + _suffix, caller = "Caller" + _suffix;
        Gcc(folder, "inner.c", "int inner(void) { return 41; }", $"-Wl,-soname,lib{inner}.so", "-o", $"lib{inner}.so");
        Gcc(folder, "outer.c", "int inner(void); int outer(void) { return inner() + 1; }", "-o", $"lib{outer}.so", "-L.", $"-l{inner}");
        _feed.Add("Inner", "1.0.0", new() { [$"runtimes/{rid}/native/lib{inner}.so"] = File.ReadAllBytes(Path.Combine(folder, $"lib{inner}.so")) });
        _feed.Add("Outer", "1.0.0", new() { [$"runtimes/{rid}/native/lib{outer}.so"] = File.ReadAllBytes(Path.Combine(folder, $"lib{outer}.so")) }, ("Inner", "1.0.0"));
        string code = $"public static class C {{ [System.Runtime.InteropServices.DllImport(\"{outer}\")] public static extern int outer(); }}";
        _feed.Add(caller, "1.0.0", new() { [$"runtimes/{rid}/lib/net8.0/{caller}.dll"] = Compile(caller, code), [$"lib/net8.0/{caller}.dll"] = Compile(caller, "public static class C { }") }, ("Outer", "1.0.0"));

        var resolved = await _feed.Session().ResolveAsync(Ask(caller), null, Token);
        Assert.Equal(2, resolved.NativeLibraryFolders.Count());
        Assert.Contains($"{Path.DirectorySeparatorChar}{rid}{Path.DirectorySeparatorChar}", resolved.RuntimeAssemblies.Single()); // the platform's own assembly
        using var resolver = new PackageAssemblyResolver();
        resolver.Add(resolved);
        Assert.Equal(42, Call(Assembly.Load(caller), "C", "outer"));

        // Code that cells compile lives in contexts of its own.
        var cells = new AssemblyLoadContext("cells", isCollectible: true);
        resolver.Attach(cells);
        Assert.Equal(42, Call(cells.LoadFromStream(new MemoryStream(Compile("Cell" + _suffix, code))), "C", "outer"));
        cells.Unload();
    }

    [Fact]
    public async Task A_package_without_a_library_for_this_platform_says_for_which_it_has_one()
    {
        _feed.Add("Elsewhere", "1.0.0", new() { ["lib/net8.0/Elsewhere.dll"] = Compile("Elsewhere", "public class E { }"), ["runtimes/tizen-x64/native/libe.so"] = [1] });
        var resolved = await _feed.Session().ResolveAsync(Ask("Elsewhere"), null, Token);
        Assert.Contains($"Elsewhere 1.0.0 has no native library for {TargetPlatform.RuntimeIdentifier}, only for tizen-x64.", resolved.Notes);
        Assert.Empty(resolved.NativeLibraries);
    }

    [Fact]
    public void Short_names_stand_for_the_systems_file_names()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("the names are Linux's");
        Assert.Equal(["libfoo.so", "foo.so", "libfoo", "foo"], NativeLibraryNames.Candidates("foo"));
        Assert.Equal(["libfoo.so", "liblibfoo.so"], NativeLibraryNames.Candidates("libfoo.so"));
        Assert.Equal(["libfoo.so.2", "liblibfoo.so.2"], NativeLibraryNames.Candidates("/usr/lib/libfoo.so.2"));
        Assert.Contains("libfoo.so", NativeLibraryNames.Candidates("foo.dll"));
        Assert.True(NativeLibraryNames.IsLibrary("/x/libfoo.so.2"));
        Assert.False(NativeLibraryNames.IsLibrary("/x/weights.bin"));
    }

    private static object? Call(Assembly assembly, string type, string method) => assembly.GetType(type)!.GetMethod(method)!.Invoke(null, null);

    private static void Gcc(string folder, string file, string code, params string[] arguments)
    {
        File.WriteAllText(Path.Combine(folder, file), code);
        Process? compiler;
        try
        {
            compiler = Process.Start(new ProcessStartInfo("gcc", ["-shared", "-fPIC", file, .. arguments]) { WorkingDirectory = folder });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("gcc is not installed (apt install gcc)");
            return;
        }
        using (compiler)
        {
            compiler!.WaitForExit();
            Assert.Equal(0, compiler.ExitCode);
        }
    }
}
