using Qiansi.Contracts;
using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.KernelSpecs;
using Qiansi.Jupyter.Messages;
using Qiansi.Jupyter.Tests.Client;
using Qiansi.Jupyter.Tests.Kernel;
using Qiansi.Kernel.Connect;

namespace Qiansi.Jupyter.Tests.Connect;

/// <summary>ipykernel beside C# in one notebook.</summary>
public sealed class PythonTests(ConnectedKernel kernel) : IClassFixture<ConnectedKernel>
{
    private const string Connect = "#!connect jupyter --kernel-spec python3 --kernel-name py";

    [Fact]
    public async Task Streams_displays_updates_the_result_and_errors_are_forwarded_in_order()
    {
        await ConnectAsync();
        var sink = await kernel.RunAsync("""
            #!py
            import sys
            from IPython.display import display, clear_output
            print("out", flush=True)
            print("err", file=sys.stderr, flush=True)
            handle = display("first", display_id=True)
            handle.update("second")
            clear_output(wait=True)
            6 * 7
            """);
        Assert.Equal(["stdout", "stderr", "display 'first'", "update 'second'", "clear True", "result 42"], sink.Events);
        var failed = await kernel.RunAsync("#!py\n1 / 0");
        Assert.Equal("ZeroDivisionError", failed.Failure!.Name);
        Assert.Contains(failed.Failure.Traceback, l => l.Contains("1 / 0") || l.Contains("division by zero"));
        Assert.Equal("3", await kernel.ResultOfAsync("#!py\n1 + 1\n#!csharp\n1 + 2"));
    }

    [Theory]
    [InlineData("new double[] { 1, 2.5, double.NaN }", "float64 (3,) True", "x[2] != x[2]")]
    [InlineData("new float[,] { { 1, 2 }, { 3, 4 } }", "float32 (2, 2) 3.0", "float(x[1, 0])")]
    [InlineData("new int[2, 3, 4]", "int32 (2, 3, 4) 0", "int(x.sum())")]
    [InlineData("new long[] { long.MinValue }", "int64 (1,) -9223372036854775808", "int(x[0])")]
    [InlineData("new bool[] { true, false }", "bool (2,) 1", "int(x.sum())")]
    [InlineData("new byte[0]", "uint8 (0,) 0", "len(x)")]
    public async Task Arrays_of_numbers_become_numpys(string value, string expected, string probe)
    {
        await ConnectAsync();
        await kernel.ResultOfAsync($"var array = {value};");
        Assert.Equal($"'{expected}'",
            await kernel.ResultOfAsync($"#!py\n#!share array --from csharp --as x\nf'{{x.dtype}} {{x.shape}} {{{probe}}}'"));
    }

    [Theory]
    [InlineData("numpy.arange(6, dtype='float32').reshape(2, 3)", "float[,]", "x[1, 2]", "5")]
    [InlineData("numpy.arange(6).reshape(2, 3).T", "long[,]", "x[2, 0]", "2")]
    [InlineData("numpy.array([1, 2], dtype='>i4')", "int[]", "x[1]", "2")]
    [InlineData("numpy.float64('nan')", "double", "double.IsNaN(x)", "True")]
    [InlineData("[1.5, float('inf')]", "double[]", "double.IsInfinity(x[1])", "True")]
    [InlineData("[1, 2, 3]", "int[]", "x.Length", "3")]
    [InlineData("10 ** 30", "System.Numerics.BigInteger", "x.IsEven", "True")]
    [InlineData("1 + 2j", "System.Numerics.Complex", "x.Imaginary", "2")]
    [InlineData("b'\\x01\\xff'", "byte[]", "x[1]", "255")]
    [InlineData("'十 😀'", "string", "x.Length", "4")]
    [InlineData("{'a': [1, {'b': None}]}", "System.Text.Json.JsonElement", "x.GetProperty(\"a\").GetArrayLength()", "2")]
    [InlineData("None", "object", "x is null", "True")]
    public async Task Pythons_values_become_nets(string value, string type, string probe, string expected)
    {
        await ConnectAsync();
        await kernel.ResultOfAsync($"#!py\nimport numpy\nx = {value}");
        Assert.Equal(expected, await kernel.ResultOfAsync($"#!share x --from py\n{type} typed = x;\n{probe}"));
    }

    [Fact]
    public async Task Without_numpy_arrays_are_lists()
    {
        await ConnectAsync("bare");
        await kernel.ResultOfAsync("#!bare\nimport sys\nsys.modules['numpy'] = None");
        await kernel.ResultOfAsync("var table = new double[,] { { 1, 2, 3 }, { 4, 5, 6.5 } };");
        await kernel.ResultOfAsync("#!bare\n#!set --name t --value @csharp:table\ndel sys.modules['numpy']");
        Assert.Equal("[[1.0, 2.0, 3.0], [4.0, 5.0, 6.5]]", await kernel.ResultOfAsync("#!bare\nt"));
        Assert.Equal("21.5",
            await kernel.ResultOfAsync("#!bare\nflat = [v for row in t for v in row]\n#!csharp\n#!share flat --from bare\nflat.Sum()"));
    }

    [Fact]
    public async Task Objects_go_over_as_json_and_what_cannot_is_said()
    {
        await ConnectAsync();
        await kernel.ResultOfAsync("var model = new { Layers = new[] { 784, 100, 10 }, Name = \"mlp\" };");
        Assert.Equal("{'Layers': [784, 100, 10], 'Name': 'mlp'}", await kernel.ResultOfAsync("#!py\n#!share model --from csharp\nmodel"));
        await kernel.ResultOfAsync("#!py\nhandle = open('/dev/null')");
        Assert.Contains("not JSON serializable", (await kernel.RunAsync("#!share handle --from py")).Failure!.Message);
        Assert.Contains("Did you mean handle?", (await kernel.RunAsync("#!share handel --from py")).Failure!.Message);
        var whos = string.Join('\n', (await kernel.RunAsync("#!whos")).Events);
        Assert.Contains("TextIOWrapper", whos);
        Assert.DoesNotContain("qiansi", whos);
    }

    [Fact]
    public async Task Input_completion_and_documentation_are_forwarded()
    {
        await ConnectAsync();
        var asked = await kernel.RunAsync("#!py\nimport getpass\n(input('Name? '), getpass.getpass('Password? '))",
            new RecordingSink { Answer = (prompt, _) => prompt.Length.ToString() });
        Assert.Equal(["input Name?  False", "input Password?  True", "result ('6', '10')"], asked.Events);
        const string Code = "#!py\nimport math\nmath.sq";
        Assert.Contains("sqrt", string.Join(
            ' ', (await kernel.Process.Client.CompleteAsync(Code, Code.Length, RunningKernel.Limit)).Items.Select(i => i.Text)));
        var found = await kernel.Process.Client.InspectAsync("#!py\nlen", 7, RunningKernel.Limit);
        Assert.Contains("number of items", found!["text/plain"]);
        Assert.Equal("incomplete", (await kernel.Process.Client.IsCompleteAsync("#!py\nif True:", RunningKernel.Limit)).Status);
    }

    [Theory]
    [InlineData("while True: pass")]
    [InlineData("import time; time.sleep(600)")]
    [InlineData("input('never? ')")]
    public async Task An_interrupt_ends_the_other_kernels_cell_and_keeps_its_variables(string endless)
    {
        await ConnectAsync();
        var asked = new TaskCompletionSource();
        var sink = new RecordingSink { Answer = (_, _) => { asked.TrySetResult(); Thread.Sleep(Timeout.Infinite); return ""; } };
        var running = kernel.Process.Client.ExecuteAsync(
            $"#!py\nkept = 11\nprint('up', flush=True)\n{endless}", sink, cancellation: RunningKernel.Limit);
        await sink.When(s => s.Output.StartsWith("up"));
        if (endless.StartsWith("input")) await asked.Task.WaitAsync(RunningKernel.Limit);
        await kernel.Process.InterruptAsync(RunningKernel.Limit);
        await running;
        Assert.NotNull(sink.Failure);
        Assert.Equal("11", await kernel.ResultOfAsync("#!py\nkept"));
    }

    [Fact]
    public async Task What_a_thread_prints_after_its_cell_still_arrives()
    {
        await ConnectAsync();
        var late = new TaskCompletionSource();
        kernel.Process.Client.Published +=
            m => { if (m.Content is StreamText { Text: var text } && text.Contains("later")) late.TrySetResult(); };
        await kernel.RunAsync("#!py\nimport threading\nthreading.Timer(0.4, lambda: print('later', flush=True)).start()");
        await late.Task.WaitAsync(RunningKernel.Limit);
    }

    [Fact]
    public async Task A_kernel_that_nobody_taught_to_share_says_so()
    {
        ConnectedKernel.RequirePython();
        await using var other = await KernelProcess.StartAsync(
            KernelLaunch.FromSpec(KernelSpec.Read("/usr/share/jupyter/kernels/python3")), RunningKernel.Limit);
        // As a kernel of R would: it knows no target of ours and has no pack.
        var values = new ValueTransfer(other.Client, "r", "R");
        await values.PrepareAsync(RunningKernel.Limit);
        var error = await Assert.ThrowsAsync<DirectiveException>(() => values.GetAsync("x", RunningKernel.Limit));
        Assert.Contains("a kernel for 'R' cannot be asked for its variables", error.Message);
    }

    [Fact]
    public async Task A_killed_kernel_is_told()
    {
        await ConnectAsync("victim");
        var death = await kernel.RunAsync("#!victim\nimport os, signal\nos.kill(os.getpid(), signal.SIGKILL)");
        Assert.Contains("SIGKILL", death.Failure!.Message);
        await ConnectAsync("victim");
        Assert.Equal("2", await kernel.ResultOfAsync("#!victim\n1 + 1"));
    }

    private async Task ConnectAsync(string name = "py")
    {
        ConnectedKernel.RequirePython();
        Assert.Null((await kernel.RunAsync(Connect.Replace("--kernel-name py", $"--kernel-name {name}"))).Failure);
    }
}
