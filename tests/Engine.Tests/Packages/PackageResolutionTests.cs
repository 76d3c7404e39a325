using System.Diagnostics;
using System.Reflection;
using Qiansi.Engine.Packages;
using static Qiansi.Engine.Tests.Packages.PackageFeed;

namespace Qiansi.Engine.Tests.Packages;

/// <summary>Resolution against a folder of packages made here: no network.</summary>
[Trait("Needs", "packages")]
public sealed class PackageResolutionTests : IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly PackageFeed _feed = new();

    public void Dispose() => _feed.Dispose();

    [Fact]
    public async Task Brings_transitive_packages_and_the_second_time_answers_from_the_cache()
    {
        _feed.AddLibrary("Lower", "1.5.0", "public class L { }");
        _feed.AddLibrary("Upper", "2.0.0", "public class U { }", ("Lower", "1.0.0"));
        var progress = new Recorder();
        var first = await _feed.Session().ResolveAsync(Ask("upper, 2.0.0"), progress, Token);

        Assert.Equal(["Upper, 2.0.0"], first.Requested.Select(p => p.ToString()));
        Assert.Equal([("Lower", "1.5.0", false), ("Upper", "2.0.0", true)],
            first.Added.OrderBy(p => p.Name).Select(p => (p.Name, p.Version, p.IsDirect)));
        Assert.Equal(["Lower.dll", "Upper.dll"], first.ReferenceAssemblies.Select(Path.GetFileName).Order());
        Assert.Equal(first.ReferenceAssemblies.Order(), first.RuntimeAssemblies.Order());
        Assert.All(first.RuntimeAssemblies, path => Assert.True(File.Exists(path), path));
        Assert.Contains(progress.Lines, line => line.StartsWith("Restoring upper 2.0.0"));
        Assert.Contains(progress.Lines, line => line.Contains("Lower 1.5.0 downloaded"));

        progress.Lines.Clear();
        var second = first;
        var times = new List<long>();
        for (int i = 0; i < 3; i++) // the best counts: other tests run beside this one
        {
            var watch = Stopwatch.StartNew();
            second = await _feed.Session().ResolveAsync(Ask("Upper, 2.0.0"), progress, Token);
            times.Add(watch.ElapsedMilliseconds);
        }
        Assert.True(times.Min() < 300, $"{times.Min()} ms from the cache");
        Assert.Empty(progress.Lines); // no restore was started
        Assert.Equal(first.RuntimeAssemblies, second.RuntimeAssemblies);

        Directory.Delete(Path.Combine(_feed.Unpacked, "lower"), recursive: true);
        var third = await _feed.Session().ResolveAsync(Ask("Upper, 2.0.0"), progress, Token);
        Assert.NotEmpty(progress.Lines); // files were gone, so the cache does not count
        Assert.All(third.RuntimeAssemblies, path => Assert.True(File.Exists(path), path));
    }

    [Fact]
    public async Task Chooses_versions_as_nuget_does()
    {
        foreach (string name in (string[])["Newest", "NewestOfAll", "NewestOfLine", "LowestOfRange", "Exact"])
        {
            foreach (string v in (string[])["1.0.0", "1.0.5", "1.9.0", "2.0.0-beta.1"]) _feed.AddLibrary(name, v, "public class P { }");
        }
        _feed.AddLibrary("Absent", "1.4.0", "public class P { }");
        var resolved = await _feed.Session().ResolveAsync(
            Ask("Newest", "NewestOfAll, *-*", "NewestOfLine, 1.0.*", "LowestOfRange, (1.0.0,2.0.0)", "Exact, [1.9.0]", "Absent, 1.3"),
            null, Token);
        Assert.Equal(["1.9.0", "2.0.0-beta.1", "1.0.5", "1.0.5", "1.9.0", "1.4.0"], resolved.Requested.Select(p => p.Version));
        Assert.Equal(["Absent 1.3 was not found; 1.4.0 is the next higher and is used."], resolved.Notes);
    }

    [Fact]
    public async Task Versions_stay_put_once_they_are_in_use()
    {
        foreach (string v in (string[])["1.0.0", "1.0.1", "2.0.0"])
            _feed.AddLibrary("Base", v, $"[assembly: System.Reflection.AssemblyVersion(\"{v[0]}.0.0.0\")] public class B {{ }}");
        _feed.AddLibrary("OnOne", "1.0.0", "public class O { }", ("Base", "1.0.0"));
        _feed.AddLibrary("OnOneToo", "1.0.0", "public class O { }", ("Base", "1.0.1"));
        _feed.AddLibrary("OnTwo", "1.0.0", "public class O { }", ("Base", "2.0.0"));
        var used = new Dictionary<string, AssemblyName>();
        var session = _feed.Session(inUse: used.GetValueOrDefault);
        var first = await session.ResolveAsync(Ask("OnOne, 1.0.0"), null, Token);

        var again = await session.ResolveAsync(Ask("OnOne"), null, Token);
        Assert.Empty(again.Added);
        Assert.Equal("OnOne, 1.0.0", again.Requested.Single().ToString());

        used["Base"] = AssemblyName.GetAssemblyName(first.RuntimeAssemblies.Single(p => p.EndsWith("Base.dll")));
        var direct = await Assert.ThrowsAsync<PackageResolutionException>(() => session.ResolveAsync(Ask("Base, 2.0.0"), null, Token));
        Assert.Contains("Base 1.0.0 is already loaded", direct.Message);
        Assert.Contains("#!restart", direct.Message);
        var indirect = await Assert.ThrowsAsync<PackageResolutionException>(() => session.ResolveAsync(Ask("OnTwo, 1.0.0"), null, Token));
        Assert.Contains("Base 1.0.0 is already loaded", indirect.Message);
        Assert.Contains("OnTwo 1.0.0", indirect.Message);
        Assert.Equal(2, session.Loaded.Count);

        var lower = await session.ResolveAsync(Ask("Base, 0.5"), null, Token);
        Assert.Contains("Base 1.0.0 is already loaded and is used for 0.5.", lower.Notes);

        // Another package, the same assembly version: the runtime takes what is there.
        var same = await session.ResolveAsync(Ask("OnOneToo, 1.0.0"), null, Token);
        Assert.Equal(["OnOneToo"], same.Added.Select(p => p.Name));
        Assert.Contains(same.Notes,
            n => n == "Base 1.0.0 is in use and stays: its assemblies serve for 1.0.1, which OnOneToo 1.0.0 needs.");
    }

    [Fact]
    public async Task What_nothing_has_used_yet_gives_way_to_the_version_a_later_package_needs()
    {
        foreach (string v in (string[])["1.0.0", "2.0.0"]) _feed.AddLibrary("Base", v, "public class B { }");
        _feed.AddLibrary("OnOne", "1.0.0", "public class O { }", ("Base", "1.0.0"));
        _feed.AddLibrary("OnTwo", "1.0.0", "public class O { }", ("Base", "2.0.0"));
        var session = _feed.Session();
        var files = new PackageFiles();
        files.Add(await session.ResolveAsync(Ask("OnOne, 1.0.0"), null, Token));

        var second = await session.ResolveAsync(Ask("OnTwo, 1.0.0"), null, Token);
        files.Add(second);
        Assert.Equal(["Base, 1.0.0"], second.Replaced.Select(p => p.ToString()));
        Assert.Equal(["Base, 2.0.0", "OnTwo, 1.0.0"], second.Added.Select(p => p.ToString()).Order());
        Assert.Contains("2.0.0", files.Find(new("Base")));
        Assert.Equal("2.0.0", (await session.ResolveAsync(Ask("Base"), null, Token)).Requested.Single().Version);

        await session.ResolveAsync(Ask("OnOne, 1.0.0"), null, Token); // still fits
        Assert.Contains(session.Loaded, p => p is { Name: "Base", Version: "2.0.0" });
    }

    [Fact]
    public async Task What_the_session_uses_already_is_not_brought_a_second_time()
    {
        _feed.AddLibrary("Used", "2.0.0", "[assembly: System.Reflection.AssemblyVersion(\"1.0.0.0\")] public class U { }");
        _feed.AddLibrary("OnUsed", "1.0.0", "public class O { }", ("Used", "2.0.0"));
        var session = _feed.Session(inUse: name => name == "Used" ? new AssemblyName("Used, Version=1.0.0.0") : null);
        var indirect = await session.ResolveAsync(Ask("OnUsed"), null, Token);
        Assert.Equal(["OnUsed.dll"], indirect.RuntimeAssemblies.Select(Path.GetFileName));
        Assert.Equal(["OnUsed.dll"], indirect.ReferenceAssemblies.Select(Path.GetFileName));
        Assert.Empty(indirect.Notes);

        var other = _feed.Session(inUse: name => name == "Used" ? new AssemblyName("Used, Version=1.0.0.0") : null);
        var direct = await other.ResolveAsync(Ask("Used"), null, Token);
        Assert.Empty(direct.RuntimeAssemblies);
        Assert.Contains("Used was in use in this session before it was asked for, and stays as it is; #!restart brings 2.0.0.",
            direct.Notes);
    }

    [Fact]
    public async Task Later_requests_add_only_what_is_new()
    {
        _feed.AddLibrary("Base", "1.0.0", "public class B { }");
        _feed.AddLibrary("One", "1.0.0", "public class O { }", ("Base", "1.0.0"));
        _feed.AddLibrary("Two", "1.0.0", "public class T { }", ("Base", "1.0.0"));
        var session = _feed.Session();
        await session.ResolveAsync(Ask("One"), null, Token);
        var second = await session.ResolveAsync(Ask("Two, 1.*"), null, Token);
        Assert.Equal(["Two"], second.Added.Select(p => p.Name));
        Assert.Equal(["Two.dll"], second.ReferenceAssemblies.Select(Path.GetFileName));
        Assert.Equal(["Base", "One", "Two"], session.Loaded.Select(p => p.Name).Order());
    }

    [Fact]
    public async Task Of_two_lines_in_one_cell_the_higher_plain_version_counts()
    {
        _feed.AddLibrary("P", "1.0.0", "public class P { }");
        _feed.AddLibrary("P", "1.1.0", "public class P { }");
        var resolved = await _feed.Session().ResolveAsync(Ask("P, 1.1.0", "p, 1.0.0"), null, Token);
        Assert.Equal("P, 1.1.0", resolved.Requested.Single().ToString());
        var unclear = await Assert.ThrowsAsync<PackageResolutionException>(() =>
            _feed.Session().ResolveAsync(Ask("P, 1.*", "P, 1.0.0"), null, Token));
        Assert.Contains("as 1.* and as 1.0.0", unclear.Message);
    }

    [Fact]
    public async Task Floating_versions_are_asked_for_again_after_a_day_and_kept_while_the_source_is_gone()
    {
        _feed.AddLibrary("P", "1.0.0", "public class P { }");
        var clock = new FakeClock();
        async Task<ResolvedPackages> NewSession() => await _feed.Session(clock).ResolveAsync(Ask("P"), null, Token);
        Assert.Equal("1.0.0", (await NewSession()).Requested.Single().Version);

        // The folder's time is put back, so that only the age of the entry can tell.
        var time = Directory.GetLastWriteTimeUtc(_feed.Feed);
        _feed.AddLibrary("P", "1.1.0", "public class P { }");
        Directory.SetLastWriteTimeUtc(_feed.Feed, time);
        clock.Now += TimeSpan.FromHours(23);
        Assert.Equal("1.0.0", (await NewSession()).Requested.Single().Version);
        clock.Now += TimeSpan.FromHours(2);
        Assert.Equal("1.1.0", (await NewSession()).Requested.Single().Version);
    }

    [Fact]
    public async Task A_newer_package_in_a_folder_is_seen_at_once()
    {
        _feed.AddLibrary("P", "1.0.0", "public class P { }");
        Assert.Equal("1.0.0", (await _feed.Session().ResolveAsync(Ask("P"), null, Token)).Requested.Single().Version);
        _feed.AddLibrary("P", "1.1.0", "public class P { }");
        Directory.SetLastWriteTimeUtc(_feed.Feed, DateTime.UtcNow.AddSeconds(5)); // file systems with coarse times
        Assert.Equal("1.1.0", (await _feed.Session().ResolveAsync(Ask("P"), null, Token)).Requested.Single().Version);
    }

    [Fact]
    public async Task An_enclosing_repository_does_not_leak_in()
    {
        string repository = Path.GetDirectoryName(_feed.Cache)!;
        string broken = "<Project><Target Name=\"Broken\" BeforeTargets=\"Restore;CollectPackageReferences\"><Error Text=\"leaked\" "
            + "/></Target><Import Project=\"missing.props\" /></Project>";
        File.WriteAllText(Path.Combine(repository, "Directory.Build.props"), broken);
        File.WriteAllText(Path.Combine(repository, "Directory.Build.targets"), broken);
        File.WriteAllText(Path.Combine(repository, "Directory.Packages.props"),
            "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>");
        File.WriteAllText(Path.Combine(repository, "Directory.Build.rsp"), "-nonsense");
        File.WriteAllText(Path.Combine(repository, "global.json"), """{ "sdk": { "version": "1.0.0", "rollForward": "disable" } }""");
        _feed.AddLibrary("P", "1.0.0", "public class P { }");
        Assert.Equal("P, 1.0.0", (await _feed.Session().ResolveAsync(Ask("P, 1.0.0"), null, Token)).Requested.Single().ToString());
    }

    [Fact]
    public async Task Sessions_that_want_the_same_at_once_restore_once()
    {
        _feed.AddLibrary("P", "1.0.0", "public class P { }");
        var progress = new Recorder();
        var all = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => _feed.Session().ResolveAsync(Ask("P, 1.0.0"), progress, Token))));
        Assert.All(all, r => Assert.Equal("P, 1.0.0", r.Requested.Single().ToString()));
        Assert.Single(progress.Lines, "Restoring P 1.0.0 …");
    }

    [Fact]
    public async Task Shows_what_was_installed_and_where_its_notebook_extension_lies()
    {
        _feed.AddLibrary("Base", "1.0.0", "public class B { }");
        _feed.Add("WithExtension", "1.0.0", new()
        {
            ["lib/net8.0/WithExtension.dll"] = Compile("WithExtension", "public class W { }"),
            ["interactive-extensions/dotnet/WithExtension.Interactive.dll"] = Compile("WithExtension.Interactive", "public class I { }"),
            ["interactive-extensions/dotnet/extension.dib"] = "#!csharp\n1"u8.ToArray(),
        }, ("Base", "1.0.0"));
        var resolved = await _feed.Session().ResolveAsync(Ask("WithExtension, 1.0.0"), null, Token);
        Assert.Equal("WithExtension.Interactive.dll", Path.GetFileName(resolved.ExtensionAssemblies.Single()));
        Assert.True(File.Exists(resolved.ExtensionScripts.Single()));

        var bundle = InstalledPackages.Render(resolved);
        Assert.Equal("Installed: WithExtension, 1.0.0 (and 1 package it needs)", bundle["text/plain"]);
        Assert.Contains("<li>WithExtension, 1.0.0</li>", bundle["text/html"]);
    }
}
