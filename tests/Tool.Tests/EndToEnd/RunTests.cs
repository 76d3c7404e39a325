using System.Xml.Linq;
using Qiansi.Documents;

namespace Qiansi.Tool.Tests.EndToEnd;

public sealed class RunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunsCellsInTheNotebooksFolderAndWritesTheExecutedNotebookElsewhere()
    {
        var chapters = Directory.CreateDirectory(Path.Combine(_folder.Folder, "第一 章 ünïcode")).FullName;
        File.WriteAllText(Path.Combine(chapters, "data.txt"), "forty-two");
        var path = CodeNotebook.Write(chapters, "我的 笔记.ipynb",
            new Cell(CellKind.Markdown, "# 标题"),
            new Cell(CellKind.Code, "var text = System.IO.File.ReadAllText(\"data.txt\");\ntext.Length"),
            CodeNotebook.Tagged("throw new System.Exception(\"as tagged\");", "raises-exception"),
            CodeNotebook.Tagged("System.Environment.Exit(9);", "skip-execution"),
            new Cell(CellKind.Code, "  "),
            new Cell(CellKind.Code, "text.ToUpper()"));
        var before = File.ReadAllBytes(path);

        var result = await NbProcess.RunAsync(_folder.Folder, "run", path, "-o", "out/", "--html", "页面.html");

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.True(File.Exists(Path.Combine(_folder.Folder, "页面.html")));
        var executed = Notebook.Load(Path.Combine(_folder.Folder, "out", "我的 笔记.ipynb"));
        Assert.Equal("9", executed.Cells[1].Result());
        Assert.Contains("as tagged", executed.Cells[2].Failure()!.Message);
        Assert.Null(executed.Cells[3].ExecutionCount);
        Assert.Equal("FORTY-TWO", executed.Cells[5].Result());
        Assert.Equal([1, 2, 3], [executed.Cells[1].ExecutionCount, executed.Cells[2].ExecutionCount, executed.Cells[5].ExecutionCount]);
        Assert.Equal(["iopub.execute_input", "iopub.status.busy", "iopub.status.idle", "shell.execute_reply"],
            executed.Cells[1].Metadata["execution"]!.AsObject().Select(t => t.Key).Order());
        Assert.All(executed.Cells[1].Metadata["execution"]!.AsObject(), t => Assert.True(DateTimeOffset.TryParse((string?)t.Value, out _)));

        var lines = result.Output.Split('\n');
        Assert.Equal(path, lines[0]);
        Assert.Matches(@"^  \[1/4\] ok +\d+\.\d\d s  var text = ", lines[1]);
        Assert.Matches(@"^  \[2/4\] ok \(raises\) +\d+\.\d\d s  throw new System\.Exception", lines[2]);
        Assert.Matches(@"^  \[3/4\] skipped ", lines[3]);
        Assert.Matches(@"^  \[4/4\] ok +\d+\.\d\d s  text\.ToUpper\(\)$", lines[4]);
        Assert.Contains(": 3 ok, 1 skipped in ", lines[5]);
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public async Task AFailureEndsItsNotebookAndTheNextFileRuns()
    {
        File.WriteAllText(Path.Combine(_folder.Folder, "bad.ipynb"), "{\"cells\": [");
        var failing = CodeNotebook.Write(
            _folder.Folder, "failing.ipynb", "40 + 2", "throw new System.InvalidOperationException(\"no <good>\");", "1");
        CodeNotebook.Write(_folder.Folder, "good.ipynb", "6 * 7");

        var result = await NbProcess.RunAsync(
            _folder.Folder, "run", "bad.ipynb", failing, "good.ipynb", "-o", "done", "--report", "reports/junit.xml");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("bad.ipynb:1:", result.Output);
        Assert.Contains("FAILED", result.Output);
        Assert.Contains("System.InvalidOperationException: no <good>", result.Output);
        Assert.Contains("3 notebooks: 1 succeeded, 2 did not", result.Output);
        var executed = Notebook.Load(Path.Combine(_folder.Folder, "done", "failing.ipynb"));
        Assert.Equal("42", executed.Cells[0].Result());
        Assert.NotNull(executed.Cells[1].Failure());
        Assert.Null(executed.Cells[2].ExecutionCount);
        Assert.Empty(executed.Cells[2].Outputs);
        Assert.Equal("42", Notebook.Load(Path.Combine(_folder.Folder, "done", "good.ipynb")).Cells[0].Result());

        var suites = XDocument.Load(Path.Combine(_folder.Folder, "reports", "junit.xml")).Root!.Elements("testsuite").ToList();
        Assert.Equal(["bad.ipynb", failing, "good.ipynb"], suites.Select(s => (string)s.Attribute("name")!));
        Assert.Equal(["1", "0", "0"], suites.Select(s => (string)s.Attribute("errors")!));
        Assert.Equal(["0", "1", "0"], suites.Select(s => (string)s.Attribute("failures")!));
        Assert.Contains("no <good>", (string)suites[1].Descendants("failure").Single().Attribute("message")!);
    }

    [Fact]
    public async Task InputThatNobodyCanGiveIsAnErrorThatSaysSo()
    {
        CodeNotebook.Write(_folder.Folder, "ask.ipynb",
            "System.Console.WriteLine(\"hello\");\nSystem.Console.Write(\"Your name? \");\nSystem.Console.ReadLine()");

        var result = await NbProcess.RunAsync(_folder.Folder, "run", "ask.ipynb", "--report", "junit.xml");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("The cell asks for input (\"Your name? \"), but nb is not run in a terminal", result.Output);
        Assert.Equal("hello\nYour name? ",
            XDocument.Load(_folder["junit.xml"], LoadOptions.PreserveWhitespace).Descendants("system-out").Single().Value);
    }

    [Fact]
    public async Task FailFastLeavesTheRestAlone()
    {
        CodeNotebook.Write(_folder.Folder, "failing.ipynb", "int x = \"text\";");
        CodeNotebook.Write(_folder.Folder, "good.ipynb", "1");

        var result = await NbProcess.RunAsync(_folder.Folder, "run", "failing.ipynb", "good.ipynb", "--fail-fast", "--inplace");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("2 notebooks: 0 succeeded, 1 did not, 1 not run", result.Output);
        Assert.NotNull(Notebook.Load(Path.Combine(_folder.Folder, "failing.ipynb")).Cells[0].Failure());
        Assert.Null(Notebook.Load(Path.Combine(_folder.Folder, "good.ipynb")).Cells[0].ExecutionCount);
    }

    [Fact]
    public async Task AKernelThatDiesIsReportedAndWhatRanIsKept()
    {
        // Frames of the class library, which no guard of cells can see: each Select wraps the selector before it.
        CodeNotebook.Write(_folder.Folder, "overflow.ipynb", "6 * 7", """
            using System.Linq;
            IEnumerable<int> chain = new int[] { 1 };
            for (var i = 0; i < 5_000_000; i++) chain = chain.Select(x => x);
            chain.First()
            """, "1");
        CodeNotebook.Write(_folder.Folder, "failfast.ipynb", "System.Environment.FailFast(\"my reason\");");
        CodeNotebook.Write(_folder.Folder, "exit.ipynb", "System.Environment.Exit(7);");
        CodeNotebook.Write(_folder.Folder, "good.ipynb", "6 * 7");

        var result = await NbProcess.RunAsync(
            _folder.Folder, "run", "overflow.ipynb", "failfast.ipynb", "exit.ipynb", "good.ipynb", "-o", "done/");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("The kernel process died of a stack overflow.", result.Output);
        Assert.Contains("The kernel process ended itself (Environment.FailFast): my reason.", result.Output);
        Assert.Contains("The kernel process ended with exit code 7.", result.Output);
        Assert.Contains("4 notebooks: 1 succeeded, 3 did not", result.Output);
        var executed = Notebook.Load(Path.Combine(_folder.Folder, "done", "overflow.ipynb"));
        Assert.Equal("42", executed.Cells[0].Result());
        Assert.Equal("KernelDied", executed.Cells[1].Failure()!.Name);
        Assert.Equal(2, executed.Cells[1].ExecutionCount);
    }

    [Fact]
    public async Task ACellThatRunsTooLongIsInterruptedAndTheRestIsNotRun()
    {
        CodeNotebook.Write(_folder.Folder, "slow.ipynb", "6 * 7", "while (true);", "1");

        // The limit leaves the first cell, which starts the compiler, time on a busy machine.
        var result = await NbProcess.RunAsync(_folder.Folder, "run", "slow.ipynb", "--timeout", "20", "--inplace");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("1 ok, 1 timed out, 1 not run", result.Output);
        var executed = Notebook.Load(Path.Combine(_folder.Folder, "slow.ipynb"));
        Assert.Equal("42", executed.Cells[0].Result());
        Assert.Equal("Timeout", executed.Cells[1].Failure()!.Name);
        Assert.Contains("--timeout allows (20 s)", executed.Cells[1].Failure()!.Message);
    }

    [Fact]
    public async Task AKillLosesNothingThatHadFinishedAndTheLogHasWhatTheCellPrinted()
    {
        var flag = _folder["running"];
        CodeNotebook.Write(_folder.Folder, "endless.ipynb", "6 * 7", "7 * 7",
            $"System.Console.WriteLine(\"epoch 1\");\nSystem.IO.File.WriteAllText(@\"{flag}\", \"\");\nwhile (true);");

        using var nb = NbProcess.Start(_folder.Folder, "run", "endless.ipynb", "-o", "done.ipynb", "--log");
        await nb.PrintedAsync("      epoch 1\n");
        await Eventually.HoldsAsync(() => Notebook.Load(_folder["done.ipynb"]).Cells[1].Result() == "49", seconds: 30,
            "what had finished is saved while a cell runs");
        nb.Kill();

        var saved = Notebook.Load(_folder["done.ipynb"]);
        Assert.Equal(["42", "49", null], saved.Cells.Select(c => c.Result()));
    }

    [Fact]
    public async Task CtrlCInterruptsTheCellAndSavesWhatRan()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sends SIGINT, which Windows does not have.");
        var flag = _folder["running"];
        CodeNotebook.Write(_folder.Folder, "endless.ipynb", "6 * 7", $"System.IO.File.WriteAllText(@\"{flag}\", \"\");\nwhile (true);");
        CodeNotebook.Write(_folder.Folder, "next.ipynb", "1");

        using var nb = NbProcess.Start(_folder.Folder, "run", "endless.ipynb", "next.ipynb", "-o", "done/");
        await AppearsAsync(flag);
        nb.Interrupt();
        var result = await nb.EndAsync();

        Assert.Equal(130, result.ExitCode);
        Assert.Contains("INTERRUPTED", result.Output);
        Assert.Contains("2 notebooks: 0 succeeded, 1 did not, 1 not run", result.Output);
        var executed = Notebook.Load(Path.Combine(_folder["done"], "endless.ipynb"));
        Assert.Equal("42", executed.Cells[0].Result());
        Assert.Equal(2, executed.Cells[1].ExecutionCount);
        Assert.NotNull(executed.Cells[1].Failure());
    }

    [Fact]
    public async Task FurtherCtrlCDoesNotWaitForACellThatIgnoresTheFirst()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sends SIGINT, which Windows does not have.");
        var flag = _folder["running"];
        CodeNotebook.Write(_folder.Folder, "deaf.ipynb", "6 * 7",
            $"#!unguarded\nSystem.IO.File.WriteAllText(@\"{flag}\", \"\");\nwhile (true);");

        using var nb = NbProcess.Start(_folder.Folder, "run", "deaf.ipynb", "--inplace");
        await AppearsAsync(flag);
        var end = nb.EndAsync();
        while (!end.IsCompleted)
        {
            nb.Interrupt();
            await Task.WhenAny(end, Task.Delay(100, TestContext.Current.CancellationToken));
        }

        Assert.Equal(130, (await end).ExitCode);
        var executed = Notebook.Load(_folder["deaf.ipynb"]);
        Assert.Equal("42", executed.Cells[0].Result());
        Assert.Contains("its kernel was ended", executed.Cells[1].Failure()!.Message);
    }

    [Fact]
    public async Task ParametersReplaceTheDefaultsAndWrongOnesAreRefused()
    {
        CodeNotebook.Write(_folder.Folder, "train.ipynb",
            CodeNotebook.Tagged("int epochs = 1;\nstring name = \"plain\";", "parameters"),
            new Cell(CellKind.Code, "name + epochs * 2"));

        var good = await NbProcess.RunAsync(
            _folder.Folder, "run", "train.ipynb", "--param", "epochs=21", "-p", "name=a=b ", "-o", "done.ipynb");
        var unknown = await NbProcess.RunAsync(_folder.Folder, "run", "train.ipynb", "--param", "epoch=21");
        var wrong = await NbProcess.RunAsync(_folder.Folder, "run", "train.ipynb", "--param", "epochs=many");

        Assert.Equal(0, good.ExitCode);
        var executed = Notebook.Load(Path.Combine(_folder.Folder, "done.ipynb"));
        Assert.True(executed.Cells[1].HasTag("injected-parameters"));
        Assert.Equal("a=b 42", executed.Cells[2].Result());
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("'epochs'", unknown.Output);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("'many'", wrong.Output);
    }

    [Fact]
    public async Task TwoRunsAtOnceDoNotMeet()
    {
        CodeNotebook.Write(_folder.Folder, "who.ipynb", CodeNotebook.Tagged("int me = 0;", "parameters"),
            new Cell(CellKind.Code, "var id = System.Environment.ProcessId;\nSystem.Threading.Thread.Sleep(200);\nme"),
            new Cell(CellKind.Code, "id"));

        var runs = await Task.WhenAll(Enumerable.Range(
            1, 2).Select(i => NbProcess.RunAsync(_folder.Folder, "run", "who.ipynb", "--param", $"me={i}", "-o", $"done{i}.ipynb")));

        Assert.All(runs, r => Assert.Equal(0, r.ExitCode));
        var executed = Enumerable.Range(1, 2).Select(i => Notebook.Load(Path.Combine(_folder.Folder, $"done{i}.ipynb"))).ToList();
        Assert.Equal(["1", "2"], executed.Select(n => n.Cells[2].Result()));
        Assert.NotEqual(executed[0].Cells[3].Result(), executed[1].Cells[3].Result());
    }

    private static Task AppearsAsync(string file) =>
        Eventually.HoldsAsync(() => File.Exists(file), seconds: 120, $"{file} is there: the cell that makes it ran");
}
