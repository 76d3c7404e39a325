using System.Text.RegularExpressions;
using Qiansi.Contracts;
using Qiansi.Engine;

namespace Qiansi.PowerShellCells.Tests;

/// <summary>Cells in PowerShell: values, streams, errors, interrupts, input, sharing, completion.</summary>
public sealed class CellTests : IDisposable
{
    private readonly Session _session = new();
    private RecordingSink _last = new();

    public CellTests() => new PowerShellCellsExtension().RegisterAsync(_session).GetAwaiter().GetResult();

    public void Dispose() => _session.Dispose();

    private async Task<CellStatus> RunAsync(string cell)
    {
        _last = new();
        return await _session.ExecuteAsync(cell, _last);
    }

    /// <summary>Runs a cell of PowerShell that must succeed; what it printed, without colours.</summary>
    private async Task<string> TextAsync(string code)
    {
        Assert.True(await RunAsync($"#!pwsh\n{code}") == CellStatus.Ok, _last.Failure?.Message + _last.Streams);
        return Plain(_last.Streams).Trim();
    }

    private async Task<string> FailAsync(string code)
    {
        Assert.Equal(CellStatus.Error, await RunAsync($"#!pwsh\n{code}"));
        return _last.Failure!.Message;
    }

    private static string Plain(string text) => Regex.Replace(text, "\e\\[[0-9;]*m", "");

    [Fact]
    public async Task Variables_and_functions_stay_and_values_are_laid_out()
    {
        Assert.Equal("", await TextAsync("$n = 3\nfunction Square($x) { $x * $x }"));
        Assert.Equal("9", await TextAsync("Square $n"));
        Assert.Matches(@"Name\s+Age\s+-+ +-+\s+Ada +36", await TextAsync("[pscustomobject]@{ Name = 'Ada'; Age = 36 }"));
        Assert.Equal("6", await TextAsync("(1..3 | Measure-Object -Sum).Sum"));
        Assert.Equal("""{"a":[1,2]}""", await TextAsync("@{ a = 1, 2 } | ConvertTo-Json -Compress"));
        Assert.Equal("2026", await TextAsync("(Get-Date -Year 2026).Year"));
        Assert.Equal("True", await TextAsync("(Get-ChildItem / -Directory).Count -gt 2"));
    }

    [Fact]
    public async Task Every_stream_reaches_the_cell()
    {
        Assert.Equal(CellStatus.Ok, await RunAsync(
            "#!pwsh\nWrite-Host 'green' -ForegroundColor Green\nWrite-Warning 'careful'\n"
            + "Write-Verbose 'more' -Verbose\n[Console]::WriteLine('raw')"));
        Assert.Equal("green\nraw\n", Plain(_last.Output).Replace("\r", "", StringComparison.Ordinal));
        Assert.Contains("\e[92mgreen", _last.Output);
        Assert.Contains("WARNING: careful\nVERBOSE: more\n", Plain(_last.Streams));
    }

    [Fact]
    public async Task Progress_is_one_display_that_moves()
    {
        await TextAsync("1..4 | % { Write-Progress 'Rows' -Status \"$_ of 4\" -PercentComplete (25 * $_) }\n"
            + "Write-Progress 'Rows' -Completed");
        var first = _last.Displays.First(d => d["text/plain"]!.Contains("Rows", StringComparison.Ordinal));
        Assert.Equal(" 25 % Rows: 1 of 4", first["text/plain"]);
        Assert.Contains("<progress max=\"100\" value=\"25\">", first["text/html"]);
        Assert.Equal("100 % Rows: done", _last.Displays[^1]["text/plain"]);
    }

    [Theory]
    [InlineData("'before'\n\nGet-Nothing\n'after'", "Cell 1 (4,1): The term 'Get-Nothing' is not recognized", true)]
    [InlineData("Get-Item missing; 'after'", "Cell 1 (2,1): Cannot find path", true)]
    [InlineData("throw 'as planned'\n'after'", "Cell 1 (2,1): as planned", false)]
    [InlineData("$ErrorActionPreference = 'Stop'\nGet-Item missing\n'after'", "Cell 1 (3,1): Cannot find path", false)]
    [InlineData("1\nif (", "Cell 1 (3,5): Missing condition in if statement", false)]
    [InlineData("exit 3\n'after'", "Cell 1 ended by exit 3.", false)]
    public async Task Errors_have_the_cells_own_line_and_column(string code, string message, bool goesOn)
    {
        Assert.Contains(message, await FailAsync(code));
        Assert.Equal(goesOn, _last.Streams.Contains("after", StringComparison.Ordinal));
        Assert.Equal("2", await TextAsync("1 + 1"));
    }

    [Fact]
    public async Task Errors_that_are_dealt_with_and_words_of_programs_are_none()
    {
        Assert.Equal("caught", await TextAsync("Get-Item missing -ErrorAction SilentlyContinue\ntry { throw 'x' } catch { 'caught' }"));
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs /bin/sh");
        Assert.Equal("said\n4", await TextAsync("sh -c 'echo said >&2; exit 4'\n$LASTEXITCODE"));
        Assert.Equal("0", await TextAsync("exit 0; 'never'\n") + "0");
    }

    [Theory]
    [InlineData("while ($true) { }")]
    [InlineData("Start-Sleep 1000")]
    [InlineData("1..1000000000 | % { $_ } | Out-Null")]
    [InlineData("[Threading.Thread]::Sleep(1000000)")]
    public async Task An_interrupt_stops_and_variables_stay(string runaway)
    {
        await TextAsync("$kept = 5");
        var sink = new RecordingSink();
        var cell = _session.ExecuteAsync($"#!pwsh\nWrite-Host 'in' -NoNewline\n{runaway}", sink);
        await sink.When(s => s.Streams.Contains("in", StringComparison.Ordinal));
        Assert.True(_session.Interrupt());
        Assert.Equal(CellStatus.Interrupted, await cell.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Equal("5", await TextAsync("$kept"));
    }

    [Fact]
    public async Task Values_come_from_csharp_and_go_back()
    {
        await RunAsync("var n = 3; var list = new List<int> { 1, 2 }; string? none = null;");
        Assert.Equal("4", await TextAsync("#!share n --from csharp\n$n + 1"));
        Assert.Equal("", await TextAsync("#!share list --from csharp\n$list.Add(7)"));
        Assert.Equal("True", await TextAsync("#!share none --from csharp\n$null -eq $none"));
        await RunAsync("list.Sum()");
        Assert.Equal("10", _last.Text);
        await TextAsync("$total = 41; $xs = 1, 2, 3; $made = [pscustomobject]@{ Name = 'Ada'; Marks = 1, 2 }; $when = Get-Date -Year 2026");
        Assert.Equal(CellStatus.Ok, await RunAsync("#!share total --from pwsh\n#!share xs --from pwsh\n#!share made --from pwsh\n"
            + "#!share when --from pwsh\n(total + 1, xs.Sum(), made[\"Name\"], ((int[])made[\"Marks\"])[1], when.Year)"));
        Assert.Equal("(42, 6, Ada, 2, 2026)", _last.Text);
        Assert.Equal(CellStatus.Error, await RunAsync("var PID = 1;\n#!pwsh\n#!share PID --from csharp\n1"));
        Assert.Contains("'PID' cannot be set there", _last.Failure!.Message);
    }

    [Fact]
    public async Task Only_what_cells_set_is_a_variable()
    {
        await TextAsync("$mine = 1; foreach ($i in 1..2) { $null = $i }; 'a' -match 'a' | Out-Null");
        Assert.Equal(["i", "mine"], _session.FindLanguage("pwsh")!.Values.Select(v => v.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Input_is_asked_of_the_front_end()
    {
        _last = new() { Answer = (prompt, password) => password ? "secret" : prompt.Trim(':', ' ') == "Name" ? "Ada" : "?" };
        Assert.Equal(CellStatus.Ok, await _session.ExecuteAsync("#!pwsh\n$name = Read-Host 'Name'; \"hello $name\"", _last));
        Assert.Equal("hello Ada", Plain(_last.Streams).Trim());
    }

    [Theory]
    [InlineData("Get-Dat|", "Get-Date")]
    [InlineData("$kep|", "$kept")]
    [InlineData("Get-ChildItem -Rec|", "-Recurse")]
    [InlineData("$kept.ToUp|", "ToUpper(")]
    public async Task Completion_knows_commands_parameters_variables_and_members(string marked, string expected)
    {
        await TextAsync("$kept = 'a'");
        var position = marked.IndexOf('|', StringComparison.Ordinal);
        var list = await _session.FindLanguage("pwsh")!
            .CompleteAsync(marked.Remove(position, 1), position, TestContext.Current.CancellationToken);
        Assert.Contains(expected, list.Items.Select(i => i.Text));
    }

    [Fact]
    public async Task What_is_written_is_looked_at()
    {
        await TextAsync("1");
        var language = _session.FindLanguage("pwsh")!;
        Assert.Equal("incomplete", language.IsComplete("if ($true) {").Status);
        Assert.Equal("complete", language.IsComplete("1 + 1").Status);
        var mistake = Assert.Single(await language.DiagnoseAsync("1\n)", TestContext.Current.CancellationToken));
        Assert.Equal((1, true), (mistake.StartLine, mistake.IsError));
    }

    [Fact]
    public async Task The_example_of_the_README_runs()
    {
        var file = Path.Combine(Repository.Folder, "kernel-extensions", "PowerShell", "README.md");
        var cell = Regex.Match(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), "```powershell\n(.*?)```",
            RegexOptions.Singleline).Groups[1].Value;
        Assert.Matches(@"Name +Length", await TextAsync(cell.Replace("#!pwsh", "", StringComparison.Ordinal)));
    }
}
