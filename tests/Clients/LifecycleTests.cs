using System.Text.Json;

namespace Qiansi.Clients;

[Collection(nameof(InstalledKernel))]
public sealed class LifecycleTests(InstalledKernel kernel)
{
    [Fact]
    public async Task Endless_cells_are_interrupted_by_message_and_by_signal_and_variables_are_kept()
    {
        var lines = await kernel.RunAsync("interrupt.py");

        var interrupted = lines.Take(lines.Count - 1).ToList();
        Assert.Equal(10, interrupted.Count);
        Assert.All(interrupted, l => Assert.Equal(("error", "Interrupted"), (l.Text("status"), l.Text("error"))));
        Assert.All(interrupted, l => Assert.Equal($"{l.Text("way")} {l.Text("name")}", l.Text("kept")));
        Assert.All(interrupted, l => Assert.True(l.GetProperty("seconds").GetDouble() < 5, l.ToString()));
        Assert.Equal("42", lines[^1].Text("result"));
    }

    [Fact]
    public async Task A_restart_loses_the_variables_and_a_shutdown_ends_everything()
    {
        var lines = await kernel.RunAsync("lifecycle.py");

        Assert.True(lines[0].GetProperty("pid_changed").GetBoolean());
        Assert.False(lines[0].GetProperty("first_alive").GetBoolean());
        Assert.Equal("error", lines[1].Text("status"));
        Assert.Equal("42", lines[2].Text("result"));
        Assert.True(lines[3].GetProperty("file_before").GetBoolean());
        foreach (var what in (string[])["alive", "file_after", "child_alive"]) Assert.False(lines[4].GetProperty(what).GetBoolean(), what);
    }

    [Fact]
    public async Task Fifty_kernels_started_and_stopped_leave_nothing_behind()
    {
        const int Kernels = 50;
        var lines = await kernel.RunAsync("many.py", Kernels.ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(Kernels, lines[0].GetProperty("right").GetInt32());
        Assert.True(lines[0].GetProperty("ports").GetInt32() > 5);
        var after = lines[0].GetProperty("after");
        foreach (var kind in (string[])["processes", "sockets", "ports", "files", "connections"])
        {
            var left = after.GetProperty(kind).EnumerateArray()
                .Except(lines[0].GetProperty("before").GetProperty(kind).EnumerateArray(), JsonText.Equality);
            Assert.Empty(left);
        }
    }

    private sealed class JsonText : IEqualityComparer<JsonElement>
    {
        public static readonly JsonText Equality = new();

        public bool Equals(JsonElement x, JsonElement y) => x.GetRawText() == y.GetRawText();

        public int GetHashCode(JsonElement element) => element.GetRawText().GetHashCode();
    }
}
