using Qiansi.Contracts;
using Qiansi.Metrics.Tests.Doubles;

namespace Qiansi.Metrics.Tests;

public sealed class MetricsDirectiveTests
{
    [Fact]
    public async Task The_extension_adds_it_and_nothing_else()
    {
        var session = new FakeCell();
        await new MetricsExtension().RegisterAsync(session);
        Assert.Equal("metrics", Assert.Single(session.Added).Name);
    }

    [Fact]
    public async Task A_later_one_of_the_session_takes_the_earlier_ones_place_and_stop_ends_it()
    {
        var cell = new FakeCell();
        await Invoke(cell, ("--every", "100ms"));
        await cell.WaitForAsync(3);
        await Invoke(cell, ("--every", "100ms"));
        Assert.Contains("stopped", cell.Shown.Last(s => s.Id == cell.Shown[0].Id).Data["text/plain"]);
        await Invoke(cell, ("--stop", "true"));
        Assert.Equal("", cell.Printed);
        await Invoke(cell, ("--stop", "true"));
        Assert.Equal("There is no live panel.\n", cell.Printed);
        Assert.Equal(2, cell.Shown.Select(s => s.Id).Distinct().Count());
    }

    [Fact]
    public async Task Once_is_a_single_look()
    {
        var cell = new FakeCell();
        await Invoke(cell, ("--once", "true"));
        var (id, data) = Assert.Single(cell.Shown);
        Assert.Null(id);
        Assert.Contains("a single look", data["text/plain"]);
        Assert.DoesNotContain("last minute", data["text/html"]);
    }

    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("1.5s", 1.5)]
    [InlineData("10m", 600)]
    [InlineData("2min", 120)]
    [InlineData("1h", 3600)]
    public void Times_are_read(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), MetricsDirective.Duration("--every", text));

    [Theory]
    [InlineData("--every", "fast", "--every fast is no time")]
    [InlineData("--every", "500", "write for instance 500ms")]
    [InlineData("--every", "50ms", "at least 100ms")]
    [InlineData("--for", "0s", "out of range")]
    [InlineData("--warn", "gpu-temperatur=80", "knows no 'gpu-temperatur'")]
    [InlineData("--warn", "memory", "'memory' is not understood")]
    [InlineData("--warn", "memory=hot", "memory=off")]
    public async Task What_is_not_understood_is_said(string name, string value, string message)
    {
        var error = await Assert.ThrowsAsync<DirectiveException>(() => Invoke(new(), (name, value)));
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public void Thresholds_are_set_one_by_one()
    {
        var thresholds = MetricsDirective.Thresholds("gpu-temperature=70, memory=off,gpu-power=95");
        Assert.Equal((70.0, null, 95.0, 95.0), (thresholds.GpuTemperature, thresholds.Memory, thresholds.GpuPower, thresholds.GpuMemory));
    }

    private static Task Invoke(FakeCell cell, params (string Name, string Value)[] arguments) =>
        new MetricsDirective().InvokeAsync(new(arguments.ToDictionary(a => a.Name, a => a.Value), 0, null!), cell);
}
