using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.Packages;

/// <summary>Packages as a reader meets them: in cells.</summary>
[Trait("Needs", "packages")]
public sealed class PackageCellTests : SessionTest
{
    [Fact]
    public async Task A_cell_uses_the_package_it_asks_for_and_its_native_library()
    {
        var sink = new RecordingSink();
        var status = await Session.ExecuteAsync("""
            #r "nuget: Microsoft.Data.Sqlite, 10.0.14"
            #r "nuget: Humanizer.Core, 2.14.1"
            using Humanizer;
            using Microsoft.Data.Sqlite;
            var db = new SqliteConnection("Data Source=:memory:");
            db.Open();
            var query = db.CreateCommand();
            query.CommandText = "select 6 * 7";
            "TheAnswer".Humanize() + " " + query.ExecuteScalar()
            """, sink);
        SkipWithoutSource(sink);
        Assert.True(status == CellStatus.Ok, sink.Failure?.Message);
        Assert.Equal("The answer 42", sink.Text);
        Assert.Contains("Microsoft.Data.Sqlite, 10.0.14; Humanizer.Core, 2.14.1", sink.Displays[^1]["text/plain"]);

        Assert.Equal("one", await Run("1.ToWords()")); // the package stays for later cells
        var other = await Fail("#r \"nuget: Humanizer.Core, 99.0\"\n1");
        Assert.Contains("Humanizer.Core 2.14.1 is already loaded", other.Message);
    }

    [Fact]
    public async Task A_package_nobody_has_fails_the_cell_before_it_runs()
    {
        await Run("var ran = false;");
        var sink = new RecordingSink();
        Assert.Equal(CellStatus.Error, await Session.ExecuteAsync("#r \"nuget: Qiansi.There.Is.No.Such.Package\"\nran = true;", sink));
        SkipWithoutSource(sink);
        Assert.Contains("There is no package 'Qiansi.There.Is.No.Such.Package'", sink.Failure!.Message);
        Assert.Contains("no package of that name", sink.Failure.Message);
        Assert.Equal("False", await Run("ran"));
    }

    private static void SkipWithoutSource(RecordingSink sink)
    {
        if (sink.Failure?.Message is { } message && (message.Contains("NU1301") || message.Contains("There is no package 'Humanizer")))
        {
            Assert.Skip($"no configured package source answers: {message}");
        }
    }
}
