using Qiansi.Contracts;
using Qiansi.Documents;
using Qiansi.Tool.Progress;
using Qiansi.Tool.Running;
using Spectre.Console;

namespace Qiansi.Tool.Tests.Progress;

public sealed class TerminalProgressTests
{
    [Fact]
    public void ARunningCellHasALiveLineThatItsResultReplaces()
    {
        var (progress, screen) = Create(60);
        var cell = new Cell(CellKind.Code, "var 变量 = \"[red]markup[/]\"; // " + new string('长', 60));

        progress.Begin("a.ipynb", 12);
        progress.BeginCell(3, cell);
        var running = screen.ToString();
        progress.EndCell(new(3, cell, CellOutcome.Failed, TimeSpan.FromSeconds(0.5),
            new CellError("E", "m", ["\u001b[31mE: m [bold]\u001b[0m", "   at Cell 3"])));
        var ended = screen.ToString()[running.Length..];

        Assert.Contains("\r\u001b[2K", running);
        Assert.Contains("[ 3/12] var 变量 = \"[red]markup[/]\"", running);
        // The live line never fills the terminal's last column, where it would scroll.
        var live = running[(running.LastIndexOf("\u001b[2K", StringComparison.Ordinal) + 4)..];
        Assert.InRange(new Spectre.Console.Rendering.Segment(live).CellCount(), 50, 59);
        Assert.StartsWith("\r\u001b[2K", ended);
        Assert.Contains("FAILED", ended);
        Assert.Contains("E: m [bold]", ended);
        Assert.Contains("   at Cell 3", ended);
    }

    [Fact]
    public void InterruptingIsSaidOnce()
    {
        var (progress, screen) = Create(200);
        progress.Begin("a.ipynb", 1);
        progress.BeginCell(1, new Cell(CellKind.Code, "while (true);"));

        progress.CellInterrupted();
        progress.CellInterrupted();
        var text = screen.ToString();
        progress.End(new("a.ipynb", DateTimeOffset.UnixEpoch) { Failure = new("The run was interrupted.", 130) });

        Assert.Contains("(interrupting; Ctrl+C again to stop at once) [1/1] while (true);", text);
        Assert.DoesNotContain("(interrupting; Ctrl+C again to stop at once) (interrupting", text);
        Assert.Contains("a.ipynb: The run was interrupted.", screen.ToString());
    }

    private static (TerminalProgress Progress, StringWriter Screen) Create(int width)
    {
        var screen = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Out = new FixedWidth(screen, width)
        });
        console.Profile.Capabilities.Unicode = true;
        return (new TerminalProgress(console, canAsk: true), screen);
    }

    private sealed class FixedWidth(TextWriter writer, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => TextWriter.Synchronized(writer);

        public bool IsTerminal => true;

        public int Width => width;

        public int Height => 40;

        public void SetEncoding(System.Text.Encoding encoding)
        {
        }
    }
}
