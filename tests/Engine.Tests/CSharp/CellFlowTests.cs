namespace Qiansi.Engine.Tests.CSharp;

/// <summary>What one cell sets, the next one finds; what one cell takes away from the console, the next one has again.</summary>
public sealed class CellFlowTests : SessionTest
{
    [Theory]
    [InlineData("")]
    [InlineData("await Task.Delay(1);")]
    [InlineData("await Task.Yield(); await Task.Delay(5).ConfigureAwait(false);")]
    public async Task Culture_and_AsyncLocal_values_stay(string before)
    {
        await Run("using System.Globalization; using System.Threading; static readonly AsyncLocal<int> Local = new();");
        await Run($"{before} CultureInfo.CurrentCulture = new CultureInfo(\"de-DE\"); "
            + "CultureInfo.CurrentUICulture = new CultureInfo(\"fr-FR\"); Local.Value = 7;");
        Assert.Equal(
            "de-DE fr-FR 7 3,5", await Run("$\"{CultureInfo.CurrentCulture} {CultureInfo.CurrentUICulture} {Local.Value} {3.5}\""));
        await Run("Local.Value++; CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;");
        Assert.Equal("8 3.5 True", await Run("$\"{Local.Value} {3.5} {await Task.Run(() => Local.Value == 8)}\""));
    }

    [Fact]
    public async Task Also_when_the_cell_fails()
    {
        await Run("using System.Globalization;");
        await Fail("CultureInfo.CurrentCulture = new CultureInfo(\"de-DE\"); throw new Exception();");
        Assert.Equal("3,5", await Run("$\"{3.5}\""));
    }

    [Fact]
    public async Task A_cell_prints_below_itself_whatever_flowed_from_the_one_before()
    {
        await Run("var local = new System.Threading.AsyncLocal<int>(); local.Value = 1;");
        var sink = new RecordingSink();
        await Session.ExecuteAsync("Console.Write(local.Value + 1); await Task.Yield(); Console.Write(3);", sink);
        Assert.Equal("23", sink.Streams);
    }

    [Fact]
    public async Task A_console_that_was_silenced_speaks_again_in_the_next_cell()
    {
        var sink = new RecordingSink();
        await Session.ExecuteAsync(
            "Console.SetOut(TextWriter.Null); Console.SetError(TextWriter.Null); "
            + "Console.SetIn(TextReader.Null); Console.Write(\"unheard\");", sink);
        await Session.ExecuteAsync("Console.Write(\"out\"); Console.Error.Write(\"err\");", sink);
        Assert.Equal("outerr", sink.Streams);
    }

    [Fact]
    public async Task Scripts_may_load_each_other()
    {
        var folder = Directory.CreateTempSubdirectory();
        File.WriteAllText(Path.Combine(folder.FullName, "a.csx"), "#load \"b.csx\"\nint A() => B() + 1;");
        File.WriteAllText(Path.Combine(folder.FullName, "b.csx"), "#load \"a.csx\"\nint B() => 1;");
        Assert.Equal("2", await Run($"#load \"{Path.Combine(folder.FullName, "a.csx")}\"\nA()"));
        folder.Delete(recursive: true);
    }
}
