using System.Net;
using System.Net.Sockets;
using Qiansi.Engine.Packages;
using static Qiansi.Engine.Tests.Packages.PackageFeed;

namespace Qiansi.Engine.Tests.Packages;

/// <summary>What a reader is told when packages cannot be had.</summary>
[Trait("Needs", "packages")]
public sealed class PackageErrorTests : IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly PackageFeed _feed = new();

    public void Dispose() => _feed.Dispose();

    [Fact]
    public async Task What_is_missing_is_named_with_what_each_source_answered_and_the_way_out()
    {
        _feed.AddLibrary("Humanity.Core", "1.0.0", "public class H { }");
        _feed.AddLibrary("Needy", "1.0.0", "public class N { }", ("Absent", "3.0.0"));
        _feed.AddLibrary("Aged", "1.0.0", "public class P { }");
        _feed.AddLibrary("Aged", "1.2.0", "public class P { }");
        _feed.AddLibrary("Unripe", "1.0.0-beta.1", "public class P { }");
        var error = await Fails("Humanity.Coer, 2.0.0", "Needy, 1.0.0", "Aged, 9.0.0", "Unripe");
        Assert.Equal(["NU1101", "NU1101", "NU1102", "NU1103"], error.Codes.Order());

        // a name with a slip
        Assert.Contains("There is no package 'Humanity.Coer'. (NU1101)", error.Message);
        Assert.Contains($"{_feed.Feed}: no package of that name", error.Message);
        Assert.Contains("similar name: Humanity.Core", error.Message);
        Assert.Contains("#i \"nuget: folder\"", error.Message);
        Assert.Contains("There is no package 'Absent', which Needy 1.0.0 needs", error.Message);

        // a version nobody has
        Assert.Contains("Aged has no version that fits 9.0.0", error.Message);
        Assert.Contains($"{_feed.Feed}: 2 version(s), nearest 1.2.0", error.Message);
        Assert.Contains("On this machine: 1.2.0, 1.0.0.", error.Message);
        Assert.Contains("#r \"nuget: Aged, 1.2.0\"", error.Message);

        // only prereleases
        Assert.Contains("Unripe has no stable version that fits *", error.Message);
        Assert.Contains("#r \"nuget: Unripe, *-*\"", error.Message);
    }

    [Fact]
    public async Task A_package_for_another_framework_says_which()
    {
        _feed.Add("Future", "1.0.0", new() { ["lib/net99.0/Future.dll"] = Compile("Future", "public class F { }") });
        var error = await Fails("Future, 1.0.0");
        Assert.Contains("NU1202", error.Codes);
        Assert.Contains("net99.0", error.Message);
        Assert.Contains($"This kernel runs {TargetPlatform.Framework}", error.Message);
    }

    [Fact]
    public async Task Versions_that_do_not_fit_together_are_named()
    {
        _feed.AddLibrary("Base", "1.0.0", "public class B { }");
        _feed.AddLibrary("Base", "2.0.0", "public class B { }");
        _feed.AddLibrary("OnOne", "1.0.0", "public class O { }", ("Base", "[1.0.0]"));
        _feed.AddLibrary("OnTwo", "1.0.0", "public class O { }", ("Base", "[2.0.0]"));
        var conflict = await Fails("OnOne, 1.0.0", "OnTwo, 1.0.0");
        Assert.Contains("NU1107", conflict.Codes);
        Assert.Contains("Base", conflict.Message);
        var downgrade = await Fails("Base, 1.0.0", "OnTwo, 1.0.0");
        Assert.Contains("NU1605", downgrade.Codes);
        Assert.Contains("from 2.0.0 to 1.0.0", downgrade.Message);

        var session = _feed.Session();
        await session.ResolveAsync(Ask("Base, 1.0.0"), null, Token);
        var loaded = await Assert.ThrowsAsync<PackageResolutionException>(() => session.ResolveAsync(Ask("OnTwo, 1.0.0"), null, Token));
        Assert.Contains("#!restart", loaded.Message);
    }

    [Fact]
    public async Task A_silent_source_is_named_unless_this_machine_has_the_packages()
    {
        _feed.AddLibrary("P", "1.0.0", "public class P { }");
        string gone = Directory.CreateDirectory(_feed.Feed + " 2").FullName;
        PackageManager Session()
        {
            var session = _feed.Session();
            session.AddSource(gone);
            return session;
        }
        Assert.Equal("1.0.0", (await _feed.Session().ResolveAsync(Ask("P"), null, Token)).Requested.Single().Version);
        Directory.Delete(gone);

        // The other source has it.
        var session = Session();
        var rest = await session.ResolveAsync(Ask("P"), null, Token);
        Assert.Equal("1.0.0", rest.Requested.Single().Version);
        Assert.Contains(rest.Notes, n => n.Contains(gone) && n.Contains("left out"));
        Assert.Equal([_feed.Feed], session.Sources); // and is not asked again

        // P was unpacked by the first session: what floats is looked for among the packages of this machine.
        var alone = new PackageManager(_feed.Notebooks, _feed.Cache, _feed.Unpacked);
        Directory.CreateDirectory(gone);
        alone.AddSource(gone);
        Directory.Delete(gone);
        var offline = await alone.ResolveAsync(Ask("P"), null, Token);
        Assert.Equal("1.0.0", offline.Requested.Single().Version);
        Assert.Contains(offline.Notes, n => n.Contains(gone) && n.Contains("already on this machine"));

        var error = await Assert.ThrowsAsync<PackageResolutionException>(() => Session().ResolveAsync(Ask("Q, 1.0.0"), null, Token));
        Assert.Contains("NU1301", error.Codes);
        Assert.Contains(gone, error.Message);
        Assert.Contains("Offline", error.Message);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_source_that_asks_for_an_account_says_how_to_give_it(int status)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        probe.Stop();
        using var listener = new HttpListener { Prefixes = { address } };
        listener.Start();
        var asked = 0;
        var answering = Task.Run(async () =>
        {
            while (listener.IsListening)
            {
                var context = await listener.GetContextAsync();
                asked++;
                context.Response.StatusCode = status;
                context.Response.AddHeader("WWW-Authenticate", "Basic realm=\"packages\"");
                context.Response.Close();
            }
        }, Token);
        File.WriteAllText(Path.Combine(_feed.Notebooks, "nuget.config"),
            $"<configuration><packageSources><clear /><add key=\"private\" value=\"{address}index.json\" "
            + "allowInsecureConnections=\"true\" /></packageSources></configuration>");
        var error = await Fails("P, 1.0.0");
        listener.Stop();
        await Assert.ThrowsAnyAsync<Exception>(() => answering);
        Assert.True(asked > 0);
        Assert.Contains("A package source wants to know who asks", error.Message);
        Assert.Contains(address, error.Message);
        Assert.Contains("dotnet nuget add source ADDRESS --name NAME --username USER --password TOKEN", error.Message);
    }

    [Fact]
    public async Task An_old_answer_is_used_while_the_source_is_silent()
    {
        _feed.AddLibrary("P", "1.0.0", "public class P { }");
        string second = Directory.CreateDirectory(_feed.Feed + " 2").FullName;
        var clock = new FakeClock();
        // Named by NuGet.config, so that its absence does not change what is asked for.
        File.WriteAllText(Path.Combine(_feed.Notebooks, "nuget.config"),
            $"<configuration><packageSources><clear /><add key=\"second\" value=\"{second}\" /></packageSources></configuration>");
        await _feed.Session(clock).ResolveAsync(Ask("P"), null, Token);
        Directory.Delete(second);
        clock.Now += TimeSpan.FromHours(30);
        var old = await _feed.Session(clock).ResolveAsync(Ask("P"), null, Token);
        Assert.Equal("1.0.0", old.Requested.Single().Version);
        Assert.Contains(old.Notes, n => n.Contains("The versions found on 2026-01-01 are used."));
    }

    [Fact]
    public async Task Cancelling_ends_the_restore_and_everything_it_started()
    {
        _feed.AddLibrary("P", "1.0.0", "public class P { }");
        using var listener = new TcpListener(IPAddress.Loopback, 0); // takes connections and never answers
        listener.Start();
        File.WriteAllText(Path.Combine(_feed.Notebooks, "nuget.config"),
            "<configuration><packageSources><clear /><add key=\"silent\" "
            + $"value=\"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/index.json\" allowInsecureConnections=\"true\" "
            + "/></packageSources></configuration>");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var session = _feed.Session();
        var restore = session.ResolveAsync(Ask("P"), null, stop.Token);
        using var connection = await listener.AcceptSocketAsync(Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => restore.WaitAsync(TimeSpan.FromSeconds(10), Token));

        // The far end is gone: what it had sent comes first, then the end of the stream or a reset.
        var buffer = new byte[4096];
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(10));
        try
        {
            while (await connection.ReceiveAsync(buffer, limit.Token) > 0) { }
        }
        catch (SocketException)
        {
        }
        Assert.False(limit.IsCancellationRequested);
        Assert.False(Directory.EnumerateDirectories(_feed.Cache, "restore", SearchOption.AllDirectories).Any());
        Assert.Empty(session.Loaded);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_is_named()
    {
        string file = Path.Combine(_feed.Notebooks, "a file");
        File.WriteAllText(file, "");
        var session = new PackageManager(_feed.Notebooks, Path.Combine(file, "cache"), _feed.Unpacked);
        var error = await Assert.ThrowsAsync<PackageResolutionException>(() => session.ResolveAsync(Ask("P, 1.0.0"), null, Token));
        Assert.Contains(Path.Combine(file, "cache"), error.Message);
    }

    [Fact]
    public void Without_an_sdk_the_message_says_how_to_get_one()
    {
        string root = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Assert.Contains("no dotnet was found", Assert.Throws<PackageResolutionException>(() => DotnetSdk.Find([root])).Message);
            File.WriteAllText(Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"), "");
            Assert.Contains($"{root} has a runtime but no SDK",
                Assert.Throws<PackageResolutionException>(() => DotnetSdk.Find([root])).Message);
            Directory.CreateDirectory(Path.Combine(root, "sdk", "6.0.100"));
            var old = Assert.Throws<PackageResolutionException>(() => DotnetSdk.Find([root]));
            Assert.Contains("SDK 6.0.100", old.Message);
            Assert.Contains("apt install", old.Message);
            Directory.CreateDirectory(Path.Combine(root, "sdk", "10.0.100-rc.1"));
            Directory.CreateDirectory(Path.Combine(root, "sdk", "10.0.99"));
            Assert.Equal("10.0.100-rc.1", DotnetSdk.Find([root]).Version);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private Task<PackageResolutionException> Fails(params string[] packages) =>
        Assert.ThrowsAsync<PackageResolutionException>(() => _feed.Session().ResolveAsync(Ask(packages), null, Token));
}
