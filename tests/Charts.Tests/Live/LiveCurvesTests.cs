using Qiansi.Charts.Live;
using static Qiansi.torch;

namespace Qiansi.Charts.Tests.Live;

public sealed class LiveCurvesTests
{
    private readonly ManualTime _time = new();
    private readonly RecordedDisplay _display = new();

    [Fact]
    public void Ten_seconds_of_a_fast_loop_are_at_most_forty_drawings_and_the_last_one()
    {
        using (var live = Open("loss"))
        {
            for (var step = 0; step < 10_000; step++)
            {
                live.Add(step, 1.0 / (1 + step));
                _time.Advance(TimeSpan.FromMilliseconds(1));
            }
        }

        // The first shows the empty axes, the last is the figure that stays.
        Assert.InRange(_display.Shown.Count, 38, 42);
    }

    [Fact]
    public void What_was_added_last_is_drawn_also_when_nothing_follows()
    {
        using var live = Open("loss");
        live.Add(1, 0.5);
        live.Add(2, 0.25);
        Assert.Single(_display.Shown);
        _time.Advance(LiveCurves.Interval);
        Assert.Equal(2, _display.Shown.Count);
        Assert.Contains("0.25", _display.Shown[^1]["text/plain"]);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, _display.Shown.Count);
    }

    [Fact]
    public void The_figure_that_stays_is_a_chart_with_a_drawing()
    {
        using (var live = Open("loss", "val loss")) live.Add(1, 0.5, 0.6);
        var last = _display.Shown[^1];
        Assert.Contains("\"data\"", last["application/vnd.plotly.v1+json"]);
        Assert.StartsWith("<svg", last["image/svg+xml"]);
        Assert.Contains("validation", last["text/plain"]);
    }

    [Fact]
    public void An_interrupted_cell_leaves_the_figure_of_what_was_reached_and_says_so()
    {
        try
        {
            using var live = Open("loss");
            live.Add(1, 2);
            live.Add(2, 1);
            _display.IsInterrupted = true;
            throw new OperationCanceledException();
        }
        catch (OperationCanceledException)
        {
            Assert.Contains("interrupted", _display.Shown[^1]["text/plain"]);
            Assert.Contains("last 1", _display.Shown[^1]["text/plain"]);
        }
    }

    [Fact]
    public void Nothing_is_drawn_after_the_end()
    {
        var live = Open("loss");
        live.Add(1, 2);
        live.Dispose();
        var count = _display.Shown.Count;
        live.Dispose();
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(count, _display.Shown.Count);
    }

    [Theory]
    [InlineData("loss", 2, 0.1)]
    [InlineData("accuracy", 3, 0.9)]
    public void The_best_value_is_the_least_loss_and_the_greatest_accuracy(string name, double epoch, double value)
    {
        using var live = Open(name);
        live.Add(1, 0.5);
        live.Add(2, 0.1);
        live.Add(3, 0.9);
        Assert.Contains($"best {name} {value} at epoch {epoch}", live.Chart.Layout.Title);
    }

    [Fact]
    public void Validation_is_judged_where_there_is_one()
    {
        using var live = Open("accuracy", "val accuracy");
        live.Add(1, 0.5, 0.4);
        live.Add(2, 0.9, 0.6);
        live.Add(3, 1.0, 0.5);
        Assert.Contains("best val accuracy 0.6 at epoch 2", live.Chart.Layout.Title);
    }

    [Fact]
    public void Metrics_have_plots_of_their_own_and_pairs_share_one()
    {
        using var live = Open("loss", "accuracy");
        live.Add(1, ("loss", 1), ("val_loss", 2), ("accuracy", 0.5), ("lr", 0.001));
        var chart = live.Chart;
        Assert.Equal(["x", "x", "x2", "x3"], chart.Traces.Select(t => t["xaxis"]));
        Assert.Equal("val_loss", new LiveSeries("val_loss").Name);
        Assert.Equal("loss", new LiveSeries("val_loss").Metric);
    }

    [Fact]
    public void Values_that_do_not_fit_the_names_are_refused_with_the_way_out()
    {
        using var live = Open("loss", "accuracy");
        var error = Assert.Throws<ArgumentException>(() => live.Add(1, 0.5));
        Assert.Contains("1 values for 2 curves (loss, accuracy)", error.Message);
        Assert.Throws<ArgumentException>(() => Open());
        Assert.Throws<ArgumentException>(() => Open("loss", "loss"));
        Assert.Throws<ArgumentException>(() => Train.Live(["loss"], smooth: 1));
    }

    [Fact]
    public void Running_means_start_at_the_first_value_and_pass_over_gaps()
    {
        var means = Smoothing.Running([4, 4, double.NaN, 0], 0.5);
        Assert.Equal(4, means[0], 12);
        Assert.Equal(4, means[1], 12);
        Assert.True(double.IsNaN(means[2]));
        // 4, 4, 0 with weights 1/8, 1/4, 1/2 of their sum 7/8.
        Assert.Equal(1.5 / 0.875, means[3], 12);
    }

    [Fact]
    public void A_watched_net_adds_its_instruments_with_a_line_at_a_thousandth()
    {
        var net = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1));
        var sgd = optim.SGD(net.parameters(), 0.1);
        using (var live = Open("loss"))
        {
            live.Watch(net, sgd);
            Update(net, sgd);
            _time.Advance(LiveCurves.Interval);
            Assert.Equal(2, _display.Shown.Count);
        }

        var drawing = _display.Shown[^1]["image/svg+xml"]!;
        Assert.All(["log₁₀ gradient norm", "log₁₀ update ratio", "activation mean", "activation deviation", "dead or saturated"],
            title => Assert.Contains($">{title}<", drawing));
        Assert.All(["0 Linear", "1 ReLU", "2 Linear", "10⁻³"], layer => Assert.Equal(2, drawing.Split($">{layer}</text>").Length));
        Assert.Contains("log₁₀ update ratio, 2 Linear: 1 value", _display.Shown[^1]["text/plain"]!);
    }

    [Fact]
    public void Watching_ends_with_the_figure_and_a_finished_figure_watches_nothing()
    {
        var net = nn.Linear(3, 1);
        var sgd = optim.SGD(net.parameters(), 0.1);
        var live = Open("loss");
        var watch = live.Watch(net, sgd);
        Update(net, sgd);
        live.Dispose();
        Update(net, sgd);
        Assert.Equal(1, watch.Updates);
        Assert.Throws<ObjectDisposedException>(() => live.Watch(net, sgd));
    }

    [Fact]
    public void Of_many_layers_eight_are_drawn_and_two_nets_have_their_names()
    {
        var net = nn.Sequential([.. Enumerable.Range(0, 20).Select(_ => nn.Linear(2, 2))]);
        var sgd = optim.SGD(net.parameters(), 0.1);
        using var live = Open("loss");
        live.Watch(net, sgd, "critic");
        Update(net, sgd, 2);
        var drawing = live.Chart.ToHtml();
        Assert.Contains(">critic: log₁₀ gradient norm<", drawing);
        Assert.Contains(">8 of 20 layers<", drawing);
        Assert.Contains(">0 Linear<", drawing);
        Assert.Contains(">19 Linear<", drawing);
    }

    private static void Update(nn.Module<Tensor, Tensor> net, optim.Optimizer optimizer, int width = 3)
    {
        net.call(ones(4, width)).pow(2).mean().backward();
        optimizer.step();
    }

    private LiveCurves Open(params string[] series) => new(new LiveSettings(series), _display, _time);
}
