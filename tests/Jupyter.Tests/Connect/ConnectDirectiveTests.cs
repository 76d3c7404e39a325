using Qiansi.Jupyter.Processes;
using Qiansi.Jupyter.Tests.Client;
using Qiansi.Jupyter.Tests.Kernel;

namespace Qiansi.Jupyter.Tests.Connect;

/// <summary>The directive itself, and our kernel as the other kernel: needs no other program.</summary>
public sealed class ConnectDirectiveTests(ConnectedKernel kernel) : IClassFixture<ConnectedKernel>
{
    private const string Second = "#!connect jupyter --kernel-spec second-csharp --kernel-name second";

    [Theory]
    [InlineData("#!connect jupyter --kernel-name py", "--kernel-spec is missing", "second-csharp  Second C#")]
    [InlineData("#!connect jupyter --kernel-spec second-charp --kernel-name py", "no kernelspec 'second-charp'",
        "Did you mean second-csharp?")]
    [InlineData("#!connect jupyter --kernel-spec second-csharp", "--kernel-name is missing", "#!py")]
    [InlineData("#!connect jupyter --kernel-spec second-csharp --kernel-name csharp", "means something else already", "--kernel-name")]
    [InlineData("#!connect jupyter --kernel-spec second-csharp --kernel-name time", "means something else already", "--kernel-name")]
    [InlineData("#!connect jupyter --kernel-spec second-csharp --kernel-name 1st", "cannot stand after #!", "letters")]
    [InlineData("#!connect signalr --kernel-spec x --kernel-name y", "'signalr' is nothing to connect to", "jupyter")]
    public async Task What_is_wrong_is_said_with_what_to_write(string line, string fault, string wayOut)
    {
        var sink = await kernel.RunAsync(line);
        Assert.Contains(fault, sink.Failure!.Message);
        Assert.Contains(wayOut, sink.Failure.Message);
    }

    [Fact]
    public async Task Help_and_completion_list_the_installed_kernelspecs()
    {
        var help = await kernel.RunAsync("#!connect jupyter -h");
        Assert.Contains("second-csharp  Second C#", string.Join('\n', help.Events) + help.Output);
        const string Line = "#!connect jupyter --kernel-spec sec";
        var completions = await kernel.Process.Client.CompleteAsync(Line, Line.Length, RunningKernel.Limit);
        Assert.Equal(["second-csharp"], completions.Items.Select(i => i.Text));
    }

    [Fact]
    public async Task Values_go_between_two_of_our_kernels_both_ways()
    {
        await kernel.RunAsync(Second);
        await kernel.ResultOfAsync("var grid = new double[,] { { 1, double.NaN }, { 3, 4 } }; var words = new[] { \"a\", \"b\" };");
        Assert.Equal("double[,] 4 True",
            await kernel.ResultOfAsync("#!second\n#!share grid --from csharp\n$\"double[,] {grid[1, 1]} {double.IsNaN(grid[0, 1])}\""));
        Assert.Equal("a b", await kernel.ResultOfAsync("#!second\n#!set --name texts --value @csharp:words\nstring.Join(' ', texts)"));
        Assert.Equal("6", await kernel.ResultOfAsync(
            "#!second\nvar numbers = new long[] { 1, 2, 3 };\n#!csharp\n#!share numbers --from second\nnumbers.Sum()"));
        var missing = await kernel.RunAsync("#!share numbrs --from second");
        Assert.Contains("Did you mean numbers?", missing.Failure!.Message);
        Assert.Contains("second: ", string.Join('\n', (await kernel.RunAsync("#!who")).Events));
    }

    [Fact]
    public async Task Connecting_again_keeps_the_variables_and_restart_loses_them()
    {
        await kernel.RunAsync(Second);
        await kernel.ResultOfAsync("#!second\nvar kept = 1;");
        Assert.Contains("connected already",
            string.Join('\n', (await kernel.RunAsync(Second.Replace("name second", "name Second"))).Events));
        Assert.Equal("1", await kernel.ResultOfAsync("#!second\nkept"));
        await kernel.RunAsync(Second + " --restart");
        Assert.NotNull((await kernel.RunAsync("#!second\nkept")).Failure);
    }

    [Fact]
    public async Task A_kernel_that_died_is_told_and_started_anew_by_connecting_again()
    {
        const string Line = "#!connect jupyter --kernel-spec second-csharp --kernel-name mortal";
        await kernel.RunAsync(Line);
        var death = await kernel.RunAsync("#!mortal\nSystem.Environment.Exit(3);");
        Assert.Equal("KernelDied", death.Failure!.Name);
        Assert.Contains("exit code 3", death.Failure.Message);
        Assert.Contains(Line, death.Failure.Message);
        Assert.Equal("KernelDied", (await kernel.RunAsync("#!mortal\n1 + 1")).Failure!.Name);
        Assert.Contains(Line, (await kernel.RunAsync("#!share x --from mortal")).Failure!.Message);
        await kernel.RunAsync(Line);
        Assert.Equal("2", await kernel.ResultOfAsync("#!mortal\n1 + 1"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connected_kernel_ends_with_its_parent(bool killed)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks into /proc");
        await using var parent = await kernel.StartAsync();
        var sink = new RecordingSink();
        await parent.Client.ExecuteAsync(Second, sink, cancellation: RunningKernel.Limit);
        await parent.Client.ExecuteAsync("#!second\nSystem.Environment.ProcessId", sink, cancellation: RunningKernel.Limit);
        var child = sink.Text!;
        await parent.Client.ExecuteAsync("#!second\nSystem.Environment.GetCommandLineArgs()[^1]", sink, cancellation: RunningKernel.Limit);
        var connection = sink.Text!;
        Assert.True(File.Exists(connection), connection);
        // The parent alone, as the system's out-of-memory killer does it; the kernelspec keeps the child
        // from watching its parent by itself.
        if (killed) Posix.Kill(parent.ProcessId, Posix.SigKill);
        else await parent.ShutdownAsync();
        await Eventually.HoldsAsync(() => !Directory.Exists($"/proc/{child}") && !File.Exists(connection));
    }
}
