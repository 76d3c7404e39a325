using Qiansi.Tool.Progress;

namespace Qiansi.Tool.Tests.Progress;

public sealed class LineCutterTests
{
    [Fact]
    public void Pieces_become_lines_and_a_rewritten_line_is_shown_as_it_ended()
    {
        var cutter = new LineCutter();
        Assert.Equal(["one", "two"], cutter.Add("one\ntwo\r\nth"));
        Assert.Equal(["three"], cutter.Add("ree\n"));
        Assert.Empty(cutter.Add("10 %\r20 %\r"));
        Assert.Equal(["100 %", "\tend"], cutter.Add("100 %\n\u001b[31m\tend\u001b[0m\n"));
        Assert.Empty(cutter.Add("rest"));
        Assert.Equal("rest", cutter.End());
        Assert.Null(cutter.End());
    }
}
