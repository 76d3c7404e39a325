using Qiansi.Tool.Commands;

namespace Qiansi.Tool.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("rnu", "nb: unknown command 'rnu'; did you mean run?")]
    [InlineData("frobnicate", "nb: unknown command 'frobnicate'.")]
    [InlineData("run", "nb run: ")]
    [InlineData("run a.ipynb --htlm x.html", "nb run: unknown option '--htlm'; did you mean --html?")]
    [InlineData("run a.ipynb --timeout soon", "nb run: --timeout 'soon' is not a number of seconds above 0, such as 30 or 2.5.")]
    [InlineData("run a.ipynb --timeout 0", "nb run: --timeout '0' is not a number of seconds")]
    [InlineData("run a.ipynb --timeout 1,5", "nb run: --timeout '1,5' is not a number of seconds")]
    [InlineData("run a.ipynb --param epochs", "nb: --param 'epochs' is not of the form name=value.")]
    [InlineData("run a.ipynb -p =3", "nb: --param '=3' is not of the form name=value.")]
    [InlineData("run a.ipynb -p n=1 -p n=2", "nb: --param n is given twice.")]
    [InlineData("run a.ipynb --inplace -o b.ipynb", "nb: --inplace and -o exclude each other.")]
    [InlineData("run a.dib --inplace", "nb: a.dib: a .dib file has no place for outputs")]
    [InlineData("run a.ipynb b.ipynb -o c.ipynb", "nb: -o 'c.ipynb' is one file, but 2 notebooks are to run.")]
    [InlineData("run a.ipynb -o c.dib", "nb: -o 'c.dib' does not end in .ipynb.")]
    [InlineData("run a.ipynb --html c.pdf", "nb: --html 'c.pdf' does not end in .html.")]
    [InlineData("run x/a.ipynb y/a.dib -o out/", "nb: x/a.ipynb and y/a.dib would both be written to ")]
    [InlineData("verify a.ipynb --tolerance -1", "nb verify: ")]
    [InlineData("verify a.ipynb --tolerance small", "nb verify: --tolerance 'small' is not a number from 0 up")]
    [InlineData("convert a.ipynb", "nb: Nothing says which format to write.")]
    [InlineData("convert a.ipynb --to pdf", "nb convert: ")]
    [InlineData("convert a.ipynb --to html -o b.md", "nb: -o 'b.md' does not end in .html, which --to asks for.")]
    [InlineData("convert a.ipynb b.ipynb -o c.md", "nb: -o 'c.md' is one file, but 2 notebooks are to be converted.")]
    [InlineData("new notes.txt", "nb: notes.txt: '.txt' is not a notebook format.")]
    [InlineData("doctor now", "nb doctor: unknown argument 'now'.")]
    [InlineData("kernel", "nb kernel: ")]
    [InlineData("data get cifar", "nb: There is no data set 'cifar'.")]
    [InlineData("student a.dib", "nb: 'a.dib' does not end in .ipynb.")]
    [InlineData("student a.ipynb -o b.html", "nb: -o 'b.html' does not end in .ipynb.")]
    [InlineData("student a.ipynb -o ./a.ipynb", "nb: -o './a.ipynb' is the notebook with the solutions itself.")]
    [InlineData("grade", "nb grade: ")]
    [InlineData("grade nobody.ipynb", "nb: 'nobody.ipynb' is not there.")]
    [InlineData("grade a.ipynb --scv b.csv", "nb grade: unknown option '--scv'; did you mean --csv?")]
    [InlineData("snl", "nb snl: ")]
    [InlineData("snl run nowhere.snl", "nb: 'nowhere.snl' is not there.")]
    [InlineData("snl run .", "nb: '.' is a folder.")]
    [InlineData("snl run a.snl --backend llvm", "nb snl run: Argument 'llvm' not recognized. Must be one of: 'il' 'tm'")]
    [InlineData("snl tm a.snl --optimizations inlining",
        "nb snl tm: --optimizations: there is no optimisation 'inlining'; there are folding")]
    [InlineData("snl run a.snl --memory 0", "nb snl run: --memory 0 is not between 1 and ")]
    [InlineData("snl check", "nb snl check: ")]
    [InlineData("data get digits", "nb: 'digits' is generated, not fetched.")]
    public void WrongArgumentsAreOneClearLineAndExitCode2(string line, string expected)
    {
        var (code, output, error) = Run(line.Split(' '));

        Assert.Equal(ExitCode.BadInput, code);
        Assert.StartsWith(expected, error);
        Assert.InRange(error.TrimEnd('\n').Split('\n').Length, 1, 2);
        Assert.Equal("", output);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("verify")]
    [InlineData("convert")]
    [InlineData("new")]
    [InlineData("install")]
    [InlineData("uninstall")]
    [InlineData("doctor")]
    [InlineData("student")]
    [InlineData("grade")]
    [InlineData("data")]
    [InlineData("kernel")]
    [InlineData("snl")]
    [InlineData("snl run")]
    [InlineData("snl check")]
    [InlineData("snl tokens")]
    [InlineData("snl tree")]
    [InlineData("snl symbols")]
    [InlineData("snl ir")]
    [InlineData("snl tm")]
    [InlineData("snl step")]
    [InlineData("snl format")]
    public void EveryCommandHasHelpWithExamples(string command)
    {
        var (code, output, error) = Run([.. command.Split(' '), "--help"]);

        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal("", error);
        Assert.Contains("Example", output);
        Assert.Contains($"nb {command} ", output);
    }

    [Fact]
    public void WithoutArgumentsTheCommandsAreListed()
    {
        var (code, output, _) = Run();

        Assert.Equal(ExitCode.Ok, code);
        foreach (var command in CommandLine.Root().Subcommands) Assert.Contains($"  {command.Name} ", output);
        Assert.Contains("Exit codes:", output);
    }

    [Fact]
    public void ExitCodesAreInTheHelpOfRun()
    {
        var (_, output, _) = Run("run", "-h");

        foreach (var code in (string[])["0  ", "1  ", "2  ", "3  ", "4  ", "130"]) Assert.Contains($"\n  {code}  ", output);
    }

    [Fact]
    public void VersionNamesToolAndRuntime() => Assert.Matches(@"^nb \d+\.\d+\.\d+ \(\.NET 10\.", Run("--version").Output);

    [Fact]
    public void AnUnexpectedErrorShowsItsStackTraceOnlyWhenAsked()
    {
        var failure = new InvalidCastException("the reason");
        var quiet = new StringWriter();
        var verbose = new StringWriter();

        Assert.Equal(ExitCode.BadInput, ErrorReport.Failure(failure, verbose: false, quiet));
        Assert.Equal(ExitCode.BadInput, ErrorReport.Failure(failure, verbose: true, verbose));

        Assert.StartsWith("nb: unexpected InvalidCastException: the reason", quiet.ToString());
        Assert.Contains("--verbose", quiet.ToString());
        Assert.DoesNotContain(failure.ToString(), quiet.ToString());
        Assert.Contains(failure.ToString(), verbose.ToString());
    }

    [Fact]
    public void NewMakesANotebookOnceAndConvertReadsIt()
    {
        using var folder = new TemporaryFolder();
        var notebook = folder["first.ipynb"];

        Assert.Equal(ExitCode.Ok, Run("new", notebook).Code);
        var again = Run("new", notebook);
        var converted = Run("convert", notebook, "--to", "md");

        Assert.Equal(ExitCode.BadInput, again.Code);
        Assert.StartsWith($"nb: {notebook} is already there.", again.Error);
        Assert.Equal(ExitCode.Ok, converted.Code);
        Assert.Contains("# first", File.ReadAllText(folder["first.md"]));
    }

    [Fact]
    public void ConvertGoesOnAfterAFileThatCannotBeRead()
    {
        using var folder = new TemporaryFolder();
        Run("new", folder["good.ipynb"]);
        File.WriteAllText(folder["bad.ipynb"], "[]");

        var (code, _, error) = Run("convert", folder["bad.ipynb"], folder["good.ipynb"], "--to", "dib", "-o", folder["out"]);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.StartsWith($"nb: {folder["bad.ipynb"]}", error);
        Assert.True(File.Exists(Path.Combine(folder["out"], "good.dib")));
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = CommandLine.Run(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
