using Qiansi.Engine.CSharp.State;
using Qiansi.Engine.Packages;
using static Qiansi.Engine.Tests.Packages.PackageFeed;

namespace Qiansi.Engine.Tests.Packages;

/// <summary>Packages as they are published: through the sources this machine is configured with.</summary>
[Trait("Needs", "packages")]
public sealed class PublicPackageTests : IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly string _folder = Directory.CreateTempSubdirectory("public packages").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Humanizer_and_NodaTime_work()
    {
        var resolved = await ResolveOrSkip("Humanizer.Core, 2.14.1", "NodaTime, 3.3.4");
        var cells = ContextOf(resolved);
        var humanizer = cells.LoadFromAssemblyName(new("Humanizer")).GetType("Humanizer.StringHumanizeExtensions")!;
        Assert.Equal("Some name", humanizer.GetMethod("Humanize", [typeof(string)])!.Invoke(null, ["SomeName"]));
        var instant = cells.LoadFromAssemblyName(new("NodaTime"))
            .GetType("NodaTime.Instant")!.GetMethod("FromUnixTimeSeconds")!.Invoke(null, [0L]);
        Assert.Equal("1970-01-01T00:00:00Z", instant!.ToString());
    }

    [Fact]
    public async Task Sqlite_answers_a_query_through_its_native_library()
    {
        var resolved = await ResolveOrSkip("Microsoft.Data.Sqlite, 10.0.14");
        Assert.Contains(resolved.NativeLibraries, f => f.Contains("e_sqlite3"));
        var type = ContextOf(resolved).LoadFromAssemblyName(new("Microsoft.Data.Sqlite"))
            .GetType("Microsoft.Data.Sqlite.SqliteConnection")!;
        using var connection = (System.Data.Common.DbConnection)Activator.CreateInstance(type, "Data Source=:memory:")!;
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 100) select sum(i) from n";
        Assert.Equal(5050L, command.ExecuteScalar());
    }

    [Fact]
    public async Task A_package_the_framework_has_is_the_frameworks()
    {
        var resolved = await ResolveOrSkip("System.Text.Json, 9.0.0");
        Assert.Empty(resolved.RuntimeAssemblies);
        Assert.Equal(typeof(System.Text.Json.JsonDocument).Assembly.Location, resolved.ReferenceAssemblies.Single());
        Assert.Empty(resolved.Notes);
    }

    private static CellLoadContext ContextOf(ResolvedPackages packages)
    {
        var files = new PackageFiles();
        files.Add(packages);
        return new CellLoadContext(files);
    }

    private async Task<ResolvedPackages> ResolveOrSkip(params string[] packages)
    {
        try
        {
            return await new PackageManager(_folder, _folder).ResolveAsync(Ask(packages), null, Token);
        }
        catch (PackageResolutionException e) when (e.Codes.Any(c => c is "NU1101" or "NU1102" or "NU1301"))
        {
            Assert.Skip($"no configured source has {string.Join(" and ", packages)}: {e.Message}");
            throw;
        }
    }
}
