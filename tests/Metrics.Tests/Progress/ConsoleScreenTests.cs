namespace Qiansi.Metrics.Tests.Progress;

public sealed class ConsoleScreenTests
{
    private readonly ManualTime _time = new();
    private readonly StringWriter _writer = new() { NewLine = "\n" };

    private ProgressGroup Group(bool isRedirected) =>
        new(new ConsoleScreen(_writer, isRedirected, _time), _time, CancellationToken.None, CancellationToken.None);

    [Fact]
    public void A_console_has_one_line_that_is_written_over()
    {
        var group = Group(isRedirected: false);
        var bar = group.Start(new("work", 2, ""));
        group.Write("a line above");
        _time.Pass(0.5);
        bar.Advance(2);
        bar.Dispose();
        var lines = _writer.ToString().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.EndsWith("\ra line above", lines[0]);
        Assert.Contains("0 of 2", lines[0]);
        Assert.Matches("\rwork .*100 %.*2 of 2", lines[1]);
        Assert.Equal("", lines[2]);
    }

    [Fact]
    public void A_pipe_gets_a_line_now_and_then_and_the_last()
    {
        var bar = Group(isRedirected: true).Start(new("", 400, ""));
        for (var i = 0; i < 400; i++)
        {
            _time.Pass(0.1);
            bar.Advance();
        }

        bar.Dispose();
        var lines = _writer.ToString().TrimEnd().Split('\n');
        Assert.InRange(lines.Length, 3, 6);
        Assert.Contains("400 of 400", lines[^1]);
        Assert.DoesNotContain("\r", _writer.ToString());
    }
}
