using FsCheck;
using FsCheck.Fluent;
using Qiansi.Contracts;
using Qiansi.Engine.Running;
using Qiansi.Engine.Tests.Doubles;

namespace Qiansi.Engine.Tests.Running;

public sealed class CellOutputTests
{
    private readonly RecordingSink _sink = new();
    private readonly CellOutput _output;

    public CellOutputTests() => _output = new CellOutput(_sink);

    private string Order() => string.Join("|", _sink.All.Select(r => $"{r.Kind}:{r.Text}"));

    [Fact]
    public async Task SmallWritesArriveTogetherAndSoon()
    {
        for (var i = 0; i < 10; i++) _output.Write(StandardStream.Output, $"{i}");
        await _sink.When(s => s.Output.Length == 10);
        Assert.Equal("0123456789", _sink.Output);
        Assert.InRange(_sink.All.Count, 1, 3);
    }

    [Fact]
    public void TextComesBeforeWhatIsShownAfterIt()
    {
        _output.Write(StandardStream.Output, "a");
        _output.Write(StandardStream.Error, "b");
        _output.Display(MimeBundle.Plain("c"));
        _output.Write(StandardStream.Output, "d");
        _output.Result(MimeBundle.Plain("e"));
        _output.Write(StandardStream.Output, "f");
        _output.Error(new CellError("x", "g", []));
        Assert.Equal("stdout:a|stderr:b|display:c|stdout:d|result:e|stdout:f|error:g", Order());
    }

    [Fact]
    public async Task TextComesBeforeAQuestion()
    {
        _sink.Answer = (prompt, _) => $"{prompt} {_sink.Output}";
        _output.Write(StandardStream.Output, "Name?");
        Assert.Equal("> Name?", await _output.ReadInputAsync(">", false, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void TooMuchTextKeepsHeadAndTail()
    {
        for (var i = 0; i < 1_000_000; i++) _output.Write(StandardStream.Output, $"{i}\n");
        _output.Complete();
        var text = _sink.Output;
        Assert.StartsWith("0\n1\n2\n", text);
        Assert.EndsWith("999998\n999999\n", text);
        var all = Enumerable.Range(0, 1_000_000).Sum(i => $"{i}\n".Length);
        Assert.Contains($"… {all - CellOutput.HeadLimit - CellOutput.TailLimit} characters left out …", text);
        Assert.InRange(text.Length, CellOutput.HeadLimit + CellOutput.TailLimit, CellOutput.HeadLimit + CellOutput.TailLimit + 200);
    }

    [Fact]
    public void StreamsAreBoundedEachForItself()
    {
        _output.Write(StandardStream.Output, new string('x', 2 * CellOutput.HeadLimit));
        _output.Write(StandardStream.Error, "trouble");
        _output.Complete();
        Assert.Equal("trouble", _sink.Errors);
    }

    [Fact]
    public void ClearingGivesRoomAgain()
    {
        _output.Write(StandardStream.Output, new string('x', 2 * CellOutput.HeadLimit));
        _output.ClearOutput(wait: false);
        _output.Write(StandardStream.Output, "fresh");
        _output.Complete();
        Assert.Equal("stdout:fresh", Order().Split('|')[^1]);
    }

    [Fact]
    public void BackgroundWorkMayPrintALittleAfterTheCell()
    {
        _output.Write(StandardStream.Output, "during ");
        _output.Complete();
        _output.Write(StandardStream.Output, "after");
        _output.Flush();
        Assert.Equal("during after", _sink.Output);
    }

    [Fact]
    public void ASurrogatePairIsNeverSplit()
    {
        foreach (var c in new string('x', CellOutput.Gather - 1) + "😀😀") _output.Write(StandardStream.Output, [c]);
        _output.Complete();
        Assert.All(_sink.All, r => Assert.False(char.IsLowSurrogate(r.Text[0]) || char.IsHighSurrogate(r.Text[^1])));
        Assert.EndsWith("x😀😀", _sink.Output);
    }

    [Fact]
    public async Task HalfAPairStaysInItsStreamAndHoldsUpNothingThatFollows()
    {
        _output.Write(StandardStream.Output, "\ud83d");
        _output.Flush();
        Assert.Empty(_sink.All);
        _output.Write(StandardStream.Output, "\ude00, ");
        await _sink.When(s => s.Output == "😀, ");
        _output.Write(StandardStream.Output, "\ud83d");
        _output.Write(StandardStream.Error, "e");
        _output.Complete();
        Assert.Equal(("😀, \ud83d", "e"), (_sink.Output, _sink.Errors));
    }

    [Fact]
    public void WhatIsWrittenWithinTheLimitsArrivesWhole() => Prop.ForAll<(bool Error, NonNull<string> Text)[]>(writes =>
    {
        var sink = new RecordingSink();
        var output = new CellOutput(sink);
        foreach (var (error, text) in writes) output.Write(error ? StandardStream.Error : StandardStream.Output, text.Get);
        output.Complete();
        return sink.Output == string.Concat(writes.Where(w => !w.Error).Select(w => w.Text.Get))
            && sink.Errors == string.Concat(writes.Where(w => w.Error).Select(w => w.Text.Get));
    }).QuickCheckThrowOnFailure();
}
