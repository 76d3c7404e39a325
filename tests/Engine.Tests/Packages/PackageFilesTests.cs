using System.Diagnostics;
using System.Reflection;
using Qiansi.Engine.CSharp.State;
using Qiansi.Engine.Packages;
using static Qiansi.Engine.Tests.Packages.PackageFeed;

namespace Qiansi.Engine.Tests.Packages;

/// <summary>What cells and packages get when they name an assembly or a native library.</summary>
[Trait("Needs", "packages")]
public sealed class PackageFilesTests : IDisposable
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
        _feed.Add(upper, "1.0.0",
            new()
            {
                [$"lib/net8.0/{upper}.dll"] = Compile(upper, "public static class U { public static int Answer() => L.Answer(); }",
            lowerImage)
            }, (lower, "1.0.0"));
        var resolved = await _feed.Session().ResolveAsync(Ask(upper), null, Token);
        Assert.Equal(2, resolved.RuntimeAssemblies.Count);

        var cells = ContextOf(resolved);
        Assert.Equal(42, Call(cells.LoadFromAssemblyName(new(upper)), "U", "Answer"));
        // what nobody has is left to fall back
        Assert.Throws<FileNotFoundException>(() => cells.LoadFromAssemblyName(new($"{lower}.resources, Culture=de")));
        Assert.Equal(upper, Assembly.Load(upper).GetName().Name); // as the framework asks, on its own behalf
    }

    [Theory]
    [InlineData("1.0.0.0")]
    [InlineData("99.0.0.0")]
    public async Task What_the_kernel_uses_itself_does_not_stand_for_the_package_asked_for(string version)
    {
        // The kernel's own assembly of this name is in this process.
        string user = "User" + _suffix;
        const string Own = "Microsoft.CodeAnalysis.Scripting";
        byte[] theirs = Compile(Own,
            $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")] public static class Mark {{ public "
            + $"static int Answer() => 99; }}");
        _feed.Add("Theirs", "1.0.0", new() { [$"lib/net8.0/{Own}.dll"] = theirs });
        _feed.Add(user, "1.0.0",
            new()
            {
                [$"lib/net8.0/{user}.dll"] = Compile(user, "public static class U { public static int Answer() => Mark.Answer(); }",
            theirs)
            }, ("Theirs", "1.0.0"));

        var resolved = await _feed.Session().ResolveAsync(Ask(user), null, Token);
        Assert.Empty(resolved.Notes);
        Assert.DoesNotContain(resolved.ReferenceAssemblies, path => path.StartsWith(AppContext.BaseDirectory));
        Assert.Equal(99, Call(ContextOf(resolved).LoadFromAssemblyName(new(user)), "U", "Answer"));
        Assert.NotEqual(version, typeof(Microsoft.CodeAnalysis.Scripting.Script).Assembly.GetName().Version!.ToString());
    }

    [Fact]
    public async Task A_package_of_packages_alone_does_not_mean_the_kernels_assembly_of_its_name()
    {
        const string Own = "Microsoft.CodeAnalysis.Scripting";
        byte[] image = Compile(Own, "public class Theirs { }");
        _feed.Add(Own + ".Core", "9.0.0", new() { [$"lib/net8.0/{Own}.dll"] = image });
        _feed.Add(Own, "9.0.0", [], (Own + ".Core", "9.0.0"));
        var resolved = await _feed.Session().ResolveAsync(Ask(Own), null, Token);
        Assert.DoesNotContain(AppContext.BaseDirectory, resolved.ReferenceAssemblies.Single());
    }

    [Fact]
    public async Task What_is_shared_by_contract_is_the_kernels_in_every_version()
    {
        const string Shared = "Microsoft.DotNet.Interactive.Formatting";
        byte[] image = Compile(Shared, "[assembly: System.Reflection.AssemblyVersion(\"99.0.0.0\")] public class X { }");
        _feed.Add("Formats", "1.0.0", new() { [$"lib/net8.0/{Shared}.dll"] = image });
        var resolved = await _feed.Session().ResolveAsync(Ask("Formats"), null, Token);
        Assert.Empty(resolved.RuntimeAssemblies);
        Assert.StartsWith(AppContext.BaseDirectory, resolved.ReferenceAssemblies.Single());
    }

    [Fact]
    public async Task Finds_texts_in_other_languages_in_packages_of_their_own()
    {
        string words = "Words" + _suffix;
        _feed.Add(words, "1.0.0", new() { [$"lib/net8.0/{words}.dll"] = Compile(words, "public class W { }") });
        _feed.Add(words + ".de", "1.0.0", new() { [$"lib/net8.0/de/{words}.resources.dll"] = Satellite(words, "de", "hello", "hallo") },
            (words, "1.0.0"));

        var resolved = await _feed.Session().ResolveAsync(Ask(words + ".de"), null, Token);
        var texts = new System.Resources.ResourceManager("texts", ContextOf(resolved).LoadFromAssemblyName(new(words)));
        Assert.Equal("hallo", texts.GetString("hello", new System.Globalization.CultureInfo("de-AT")));
    }

    [Fact]
    public async Task Finds_native_libraries_also_when_they_need_one_of_another_package()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("builds a Linux library");
        string rid = TargetPlatform.RuntimeIdentifier, folder = Directory.CreateDirectory(Path.Combine(_feed.Feed, "native")).FullName;
        string inner = "inner" + _suffix, outer = "outer" + _suffix, caller = "Caller" + _suffix;
        Gcc(folder, "inner.c", "int inner(void) { return 41; }", $"-Wl,-soname,lib{inner}.so", "-o", $"lib{inner}.so");
        Gcc(folder, "outer.c", "int inner(void); int outer(void) { return inner() + 1; }", "-o", $"lib{outer}.so", "-L.", $"-l{inner}");
        _feed.Add("Inner", "1.0.0",
            new() { [$"runtimes/{rid}/native/lib{inner}.so"] = File.ReadAllBytes(Path.Combine(folder, $"lib{inner}.so")) });
        _feed.Add("Outer", "1.0.0",
            new() { [$"runtimes/{rid}/native/lib{outer}.so"] = File.ReadAllBytes(Path.Combine(folder, $"lib{outer}.so")) },
            ("Inner", "1.0.0"));
        string code =
            $"public static class C {{ [System.Runtime.InteropServices.DllImport(\"{outer}\")] public static extern int outer(); }}";
        _feed.Add(caller, "1.0.0",
            new()
            {
                [$"runtimes/{rid}/lib/net8.0/{caller}.dll"] = Compile(caller, code),
                [$"lib/net8.0/{caller}.dll"] = Compile(caller, "public static class C { }")
            }, ("Outer", "1.0.0"));

        var resolved = await _feed.Session().ResolveAsync(Ask(caller), null, Token);
        Assert.Equal(2, resolved.NativeLibraryFolders.Count());
        Assert.Contains($"{Path.DirectorySeparatorChar}{rid}{Path.DirectorySeparatorChar}",
            resolved.RuntimeAssemblies.Single()); // the platform's own assembly
        var cells = ContextOf(resolved);
        Assert.Equal(42, Call(cells.LoadFromAssemblyName(new(caller)), "C", "outer"));
        Assert.Equal(42, Call(cells.LoadFromStream(new MemoryStream(Compile("Cell" + _suffix, code))), "C", "outer")); // code of a cell
    }

    [Fact]
    public async Task A_package_without_a_library_for_this_platform_says_for_which_it_has_one()
    {
        _feed.Add("Elsewhere", "1.0.0",
            new()
            {
                ["lib/net8.0/Elsewhere.dll"] = Compile("Elsewhere", "public class E { }"),
                ["runtimes/tizen-x64/native/libe.so"] = [1]
            });
        var resolved = await _feed.Session().ResolveAsync(Ask("Elsewhere"), null, Token);
        Assert.Contains($"Elsewhere 1.0.0 has no native library for {TargetPlatform.RuntimeIdentifier}, only for tizen-x64.",
            resolved.Notes);
        Assert.Empty(resolved.NativeLibraries);
    }

    [Fact]
    public async Task Notes_on_other_platforms_come_once_and_only_where_this_one_is_left_out()
    {
        string here = TargetPlatform.RuntimeIdentifier;
        void Native(string name, string platform) =>
            _feed.Add(name, "1.0.0", new() { [$"runtimes/{platform}/native/lib{name.ToLowerInvariant()}.so"] = [1] });
        Native("Full.Here", here);
        Native("Full.Tizen", "tizen-x64");
        Native("Lacking.Tizen", "tizen-x64");
        Native("Lacking.Haiku", "haiku-x64");
        _feed.AddLibrary("Full", "1.0.0", "public class F { }", ("Full.Here", "1.0.0"), ("Full.Tizen", "1.0.0"));
        _feed.AddLibrary("Lacking", "1.0.0", "public class L { }", ("Lacking.Tizen", "1.0.0"), ("Lacking.Haiku", "1.0.0"));
        _feed.AddLibrary("Other", "1.0.0", "public class O { }");
        var session = _feed.Session();

        var first = await session.ResolveAsync(Ask("Full", "Lacking"), null, Token);
        Assert.Equal([$"Lacking 1.0.0 has no native library for {here}, only for haiku-x64, tizen-x64. "
            + "Its author may have a package of its own for this platform."], first.Notes);
        Assert.Empty((await session.ResolveAsync(Ask("Other"), null, Token)).Notes);
    }

    [Fact]
    public void A_library_loads_without_a_version_that_it_uses_nothing_of()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("symbol versions are Linux's");
        var folder = Directory.CreateTempSubdirectory("versions").FullName;
        File.WriteAllText(Path.Combine(folder, "new.map"), "V_1 { global: basic; local: *; }; V_2 { global: ghost; } V_1;");
        File.WriteAllText(Path.Combine(folder, "old.map"), "V_1 { global: basic; local: *; };");
        const string Base = "int basic(void) { return 40; } int ghost(void) { return 2; }";
        Gcc(folder, "base.c", Base, "-o", "libqbase.so", "-Wl,-soname,libqbase.so,--version-script,new.map");
        // As GCC leaves for <iostream>: the symbol is named, and nothing is filled in with its address.
        Gcc(folder, "quiet.c", "int basic(void); __asm__(\".globl ghost\"); int answer(void) { return basic() + 2; }",
            "-o", "libqquiet.so", "-L.", "-lqbase");
        Gcc(folder, "loud.c", "int basic(void); int ghost(void); int answer(void) { return basic() + ghost(); }",
            "-o", "libqloud.so", "-L.", "-lqbase");
        Gcc(folder, "base.c", Base, "-o", "libqbase.so", "-Wl,-soname,libqbase.so,--version-script,old.map");
        var told = new List<string>();
        var files = new PackageFiles(told.Add);
        files.Add(Natives(Directory.GetFiles(folder, "*.so")));

        var before = File.ReadAllBytes(Path.Combine(folder, "libqquiet.so"));
        for (var i = 0; i < 2; i++)
        {
            var answer = System.Runtime.InteropServices.NativeLibrary.GetExport(files.LoadNative("qquiet"), "answer");
            Assert.Equal(42, System.Runtime.InteropServices.Marshal.GetDelegateForFunctionPointer<Func>(answer)());
        }

        Assert.Equal(
            ["libqquiet.so asks for V_2 of libqbase.so, which this system lacks and of which it uses nothing: "
                + "a copy that does not ask is loaded."],
            told);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(folder, "libqquiet.so")));
        var refused = Assert.Throws<DllNotFoundException>(() => files.LoadNative("qloud"));
        Assert.StartsWith("libqloud.so needs V_2 of libqbase.so, which this system lacks (it has V_1).", refused.Message);
    }

    private delegate int Func();

    private static ResolvedPackages Natives(string[] files) => new()
    {
        Requested = [],
        Added = [],
        ReferenceAssemblies = [],
        RuntimeAssemblies = [],
        NativeLibraries = files,
        Notes = [],
    };

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

    private static CellLoadContext ContextOf(ResolvedPackages packages)
    {
        var files = new PackageFiles();
        files.Add(packages);
        return new CellLoadContext(files);
    }

    private static byte[] Satellite(string of, string culture, string key, string text)
    {
        var texts = new MemoryStream();
        using (var writer = new System.Resources.ResourceWriter(texts)) writer.AddResource(key, text);
        return Emit($"{of}.resources", $"[assembly: System.Reflection.AssemblyCulture(\"{culture}\")]",
            [new($"texts.{culture}.resources", () => new MemoryStream(texts.ToArray()), true)]);
    }

    private static object? Call(Assembly assembly, string type, string method) =>
        assembly.GetType(type)!.GetMethod(method)!.Invoke(null, null);

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
