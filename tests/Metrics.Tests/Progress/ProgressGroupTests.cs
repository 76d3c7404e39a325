namespace Qiansi.Metrics.Tests.Progress;

/// <summary>What is shown, and when, by a clock that the tests move.</summary>
public sealed class ProgressGroupTests
{
    private readonly ManualTime _time = new();
    private readonly RecordingScreen _screen = new();
    private readonly CancellationTokenSource _interrupt = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly ProgressGroup _group;

    public ProgressGroupTests() => _group = new(_screen, _time, _interrupt.Token, _ended.Token);

    private ProgressBar Start(long? total = null, string description = "", string unit = "") => _group.Start(new(description, total, unit));

    [Fact]
    public void A_fast_loop_changes_the_picture_at_most_eight_times_a_second()
    {
        var bar = Start(10_000);
        for (var i = 0; i < 10_000; i++)
        {
            _time.Pass(0.001); // ten seconds in all
            bar.Advance();
        }

        bar.Dispose();
        Assert.InRange(_screen.Pictures.Count, 70, 82);
        Assert.Contains("100 %", _screen.Last);
        Assert.Contains("10,000 of 10,000 · 1,000/s · 10 s", _screen.Last.Replace("1000/s", "1,000/s"));
    }

    [Fact]
    public void What_changed_just_after_a_picture_is_shown_when_it_is_time()
    {
        var bar = Start(4);
        bar.Advance(3);
        Assert.Single(_screen.Pictures);
        _time.Pass(0.13);
        Assert.Equal(2, _screen.Pictures.Count);
        Assert.Contains("3 of 4", _screen.Last);
    }

    [Fact]
    public void A_bar_that_does_not_move_shows_its_clock_once_a_second()
    {
        using var bar = Start(4);
        _time.Pass(5.5);
        Assert.Equal(6, _screen.Pictures.Count);
        Assert.EndsWith("0 of 4 · 5.0 s", _screen.Last);
    }

    [Fact]
    public void Rate_and_time_left_follow_the_newest_speed()
    {
        var bar = Start(100, unit: "batches");
        for (var i = 0; i < 50; i++)
        {
            _time.Pass(0.5);
            bar.Advance();
        }

        _time.Pass(0.2);
        Assert.Contains("50 %", _screen.Last);
        Assert.Contains("50 of 100 batches · 2/s · 25 s, 25 s left", _screen.Last);
        for (var i = 0; i < 10; i++)
        {
            _time.Pass(4);
            bar.Advance();
        }

        _time.Pass(0.2);
        Assert.Matches(@"60 of 100 batches · (3\.[5-9]|4\.[0-4]) s each", _screen.Last);
    }

    [Fact]
    public void A_loop_that_is_left_says_where()
    {
        using (var bar = Start(100, "search")) bar.Advance(37);
        Assert.Contains("stopped at 37 of 100", _screen.Last);
        using (var bar = Start(100, "search"))
        {
            bar.Advance(12);
            _interrupt.Cancel();
        }

        Assert.Contains("interrupted at 12 of 100", _screen.Last);
        Assert.Equal(2, _screen.Finals);
    }

    [Fact]
    public void Inner_bars_stand_below_outer_ones_and_leave_with_the_last_round()
    {
        var outer = Start(2, "epoch");
        for (var epoch = 0; epoch < 2; epoch++)
        {
            using (var inner = Start(3, $"batch of {epoch}")) inner.Advance(3);
            _time.Pass(1);
            outer.Advance();
            Assert.Equal(2, _screen.Last.Split('\n').Length);
            Assert.Contains($"batch of {epoch}", _screen.Last);
        }

        outer.Dispose();
        Assert.StartsWith("epoch", Assert.Single(_screen.Last.Split('\n')));
        Assert.Equal(1, _screen.Finals);
    }

    [Fact]
    public void Both_bars_of_an_interrupted_loop_say_where_they_stood()
    {
        var outer = Start(5, "epoch");
        var inner = Start(10, "batch");
        outer.Advance(2);
        inner.Advance(7);
        _interrupt.Cancel();
        inner.Dispose();
        outer.Dispose();
        Assert.Matches("epoch .*interrupted at 2 of 5.*\nbatch .*interrupted at 7 of 10", _screen.Last);
    }

    [Fact]
    public void Bars_that_nobody_ends_stop_with_their_cell()
    {
        var bar = Start(5);
        bar.Advance(2);
        _ended.Cancel();
        Assert.Contains("stopped at 2 of 5", _screen.Last);
        var pictures = _screen.Pictures.Count;
        bar.Advance();
        _time.Pass(10);
        Assert.Equal(pictures, _screen.Pictures.Count);
    }

    [Fact]
    public void Values_stand_behind_the_bar_in_the_order_they_came()
    {
        var bar = Start(2);
        bar.Set("loss", 0.123456);
        bar.Set("epoch", 3);
        bar.Set("loss", 0.5f);
        bar.Set("gone", 1);
        bar.Set("gone", null);
        bar.Describe("training");
        bar.Complete();
        Assert.StartsWith("training", _screen.Last);
        Assert.EndsWith("· loss 0.5 · epoch 3", _screen.Last);
    }

    [Fact]
    public void Lines_are_kept_above_the_bars_the_newest_two_hundred()
    {
        var bar = Start(2);
        for (var i = 0; i < 250; i++) _group.Write($"line {i}");
        bar.Dispose();
        var lines = _screen.Last.Split('\n');
        Assert.Equal("… 50 earlier lines", lines[0]);
        Assert.Equal("line 50", lines[1]);
        Assert.Equal("line 249", lines[^2]);
    }

    [Fact]
    public void Without_a_total_count_and_rate_are_shown()
    {
        var bar = Start(description: "reading", unit: "lines");
        _time.Pass(2);
        bar.Advance(500);
        bar.Complete();
        Assert.Equal("reading  500 lines · 250/s · 2.0 s", _screen.Last);
    }

    [Fact]
    public void A_bar_may_be_moved_from_several_threads()
    {
        var bar = Start(80_000);
        Parallel.For(0, 80_000, _ => bar.Advance());
        bar.Dispose();
        Assert.Equal(80_000, bar.Done);
        Assert.Contains("100 %", _screen.Last);
    }

    [Fact]
    public void A_negative_total_is_refused() =>
        Assert.Contains("cannot end at -1", Assert.Throws<ArgumentOutOfRangeException>(() => Start(-1)).Message);

    [Fact]
    public void What_is_left_in_a_file_is_small_and_static()
    {
        var view = new ProgressView(
            [new("a <b>", 37, 100, "", TimeSpan.FromSeconds(3), 12, BarEnd.Stopped, true, [new("loss", "0.1")])], [], 0);
        var html = BarHtml.Write(view);
        var root = System.Xml.Linq.XElement.Parse(html);
        Assert.InRange(html.Length, 100, 1500);
        Assert.Equal("37", root.Descendants().Single(e => e.Attribute("role")?.Value == "progressbar").Attribute("aria-valuenow")!.Value);
        Assert.Contains("a <b>", root.Value);
        Assert.Contains("37 %", root.Value);
        Assert.Contains("interrupted at 37 of 100 · 12/s · 3.0 s · loss 0.1", root.Value);
    }
}
