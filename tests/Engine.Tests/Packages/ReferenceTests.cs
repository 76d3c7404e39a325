using Qiansi.Contracts;
using Qiansi.Engine.Packages;
using static Qiansi.Engine.Tests.Packages.PackageFeed;

namespace Qiansi.Engine.Tests.Packages;

/// <summary>Files and projects that cells reference.</summary>
[Trait("Needs", "packages")]
public sealed class ReferenceTests : IDisposable
{
    private readonly PackageFeed _feed = new();
    private readonly Session _session;

    // What is loaded stays loaded in this process, so every run of a test needs a name of its own.
    private readonly string _name = "Lib" + Guid.NewGuid().ToString("N")[..8];

    public ReferenceTests() => _session = _feed.OpenSession();

    public void Dispose()
    {
        _session.Dispose();
        _feed.Dispose();
    }

    [Fact]
    public async Task A_variable_of_a_librarys_type_fits_a_later_cell_that_needs_more_of_the_framework()
    {
        Write("public class Wave { public System.Numerics.Complex Value => new(3, 4); public Wave Other => this; }");
        await Run($"#r \"{_name}.dll\"\nvar wave = new Wave();\nWave Same(Wave w) => w;");
        Assert.Equal("5", await Run("wave.Value.Magnitude"));
        Assert.Equal("3", await Run("Same(wave.Other).Value.Real"));
        Assert.Equal("25",
            await Run("using System.Text.RegularExpressions;\nvar n = Regex.Count(\"a1b2\", @\"\\d\"); wave.Value.Magnitude * 5"));
    }

    [Fact]
    public async Task A_variable_keeps_its_type_when_its_cell_is_run_again_or_the_framework_is_named()
    {
        Write("public class Wave { public System.Numerics.Complex Value => new(3, 4); }");
        await Run($"#r \"{_name}.dll\"\nvar wave = new Wave();\nvar json = System.Text.Json.JsonDocument.Parse(\"[1]\");");
        await Run($"#r \"{_name}.dll\"\n#r \"{typeof(System.Text.Json.JsonDocument).Assembly.Location}\"\n#r \"System.Runtime.Numerics\"");
        Assert.Equal("1", await Run("Wave same = wave; System.Text.Json.JsonDocument too = json; too.RootElement.GetArrayLength()"));
    }

    [Fact]
    public async Task A_variable_of_the_formatting_packages_types_fits_later_cells()
    {
        await Run(
            "using Microsoft.DotNet.Interactive.Formatting;\nvar f = Formatter.GetPreferredFormatterFor(typeof(int), \"text/plain\");");
        Assert.Equal("text/plain", await Run("ITypeFormatter same = f; same.MimeType"));
        Assert.Equal("text/plain!",
            await Run("System.Numerics.Complex c = 1; var w = new System.IO.StringWriter(); same.MimeType + \"!\""));
    }

    [Fact]
    public async Task A_changed_file_counts_until_the_old_one_is_in_use()
    {
        Write("public static class V { public static int Value => 1; }");
        await Run($"#r \"{_name}.dll\"");
        Write("public static class V { public static int Value => 2; public static int More => 3; }");
        Assert.Equal("5", await Run($"#r \"{_name}.dll\"\nV.Value + V.More"));
        Write("public static class V { public static int Value => 4; }");
        var error = await Fail($"#r \"{_name}.dll\"\nV.Value");
        Assert.Contains("another build", error.Message);
        Assert.Contains("#!restart", error.Message);
        Assert.Equal("2", await Run("V.Value"));
    }

    [Theory]
    [InlineData("data.csv", "a,b\n1,2\n", "File.ReadAllText(\"data.csv\")")]
    [InlineData("code.csx", "var x = 1;", "#load \"code.csx\"")]
    [InlineData("cells.ipynb", "{}", "#!import cells.ipynb")]
    [InlineData("native.so", "\u007fELF", "DllImport")]
    [InlineData("empty.dll", "", "no .NET assembly")]
    public async Task A_file_that_is_no_assembly_is_refused_and_later_cells_go_on(string name, string content, string wayOut)
    {
        File.WriteAllText(Path.Combine(_feed.Notebooks, name), content);
        var error = await Fail($"#r \"{name}\"\n1");
        Assert.Contains($"{name} is no .NET assembly", error.Message);
        Assert.Contains(wayOut, error.Message);
        Assert.Equal("2", await Run("1 + 1"));
    }

    [Fact]
    public async Task A_project_is_built_and_referenced_with_what_it_references()
    {
        Project(_name + "Inner", "public static class Inner { public static int Six => 6; }");
        Project(_name,
            "public static class Outer { public static int Answer => Inner.Six * 7; public static "
            + "System.Numerics.Complex Wave => new(3, 4); }",
            $"<ProjectReference Include=\"../{_name}Inner/{_name}Inner.csproj\" />");
        var sink = new RecordingSink();
        Assert.Equal(CellStatus.Ok, await _session.ExecuteAsync($"#r \"{_name}/{_name}.csproj\"\nOuter.Answer + Inner.Six", sink));
        Assert.Equal("48", sink.Text);
        Assert.Contains($"Built {_name}/{_name}.csproj: {_name}.dll, {_name}Inner.dll", sink.Displays[^1]["text/plain"]);
        Assert.Equal("5", await Run("Outer.Wave.Magnitude"));

        await Run($"#r \"{_name}/{_name}.csproj\""); // unchanged
        Project(_name, "public static class Outer { public static int Answer => 0; }");
        Assert.Contains("another build", (await Fail($"#r \"{_name}/{_name}.csproj\"\nOuter.Answer")).Message);
    }

    [Fact]
    public async Task A_project_brings_its_packages()
    {
        _feed.AddLibrary(_name + "Package", "1.0.0", "public static class P { public static int Value => 40; }");
        File.WriteAllText(Path.Combine(_feed.Notebooks, "nuget.config"),
            $"<configuration><config><add key=\"globalPackagesFolder\" value=\"{_feed.Unpacked}\" /></config>"
            + $"<packageSources><clear /><add key=\"own\" value=\"{_feed.Feed}\" /></packageSources></configuration>");
        Project(_name, "public static class Outer { public static int Answer => P.Value + 2; }",
            $"<PackageReference Include=\"{_name}Package\" Version=\"1.0.0\" />",
            "<TargetFrameworks>net10.0</TargetFrameworks>");
        Assert.Equal("82", await Run($"#r \"{_name}/{_name}.csproj\"\nOuter.Answer + P.Value"));
    }

    [Theory]
    [InlineData("net48;net8.0;netstandard2.0", "net8.0")]
    [InlineData("netstandard2.0;netstandard2.1", "netstandard2.1")]
    [InlineData("net9.0; net10.0;net99.0", "net10.0")]
    public void Of_several_frameworks_the_newest_that_runs_here_is_built(string frameworks, string chosen) =>
        Assert.Equal(chosen, ProjectBuild.Newest("x.csproj", frameworks));

    [Fact]
    public void A_project_for_other_frameworks_says_so() =>
        Assert.Contains("x.csproj is built for net48, net99.0",
            Assert.Throws<PackageResolutionException>(() => ProjectBuild.Newest("x.csproj", "net48;net99.0")).Message);

    [Fact]
    public async Task A_project_that_does_not_build_says_where()
    {
        Project(_name, "public static class Outer {\n  public static int Answer => Nothing.There; }");
        var error = await Fail($"#r \"{_name}/{_name}.csproj\"\n1");
        Assert.Contains($"{_name}.csproj does not build:", error.Message);
        Assert.Contains("Code.cs(2,31): error CS0103", error.Message);
        Assert.DoesNotContain("[", error.Message);
    }

    /// <summary>As compilers do it: a new file, since the one before may be in use.</summary>
    private void Write(string code)
    {
        var path = Path.Combine(_feed.Notebooks, _name + ".dll");
        File.Delete(path);
        File.WriteAllBytes(path, Compile(_name, code));
    }

    private void Project(string name, string code, string items = "", string frameworks = "<TargetFramework>net10.0</TargetFramework>")
    {
        var folder = Directory.CreateDirectory(Path.Combine(_feed.Notebooks, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "Code.cs"), code);
        File.WriteAllText(Path.Combine(folder, name + ".csproj"),
            "<Project "
            + $"Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup>{frameworks}<NuGetAudit>false</NuGetAudit></PropertyGroup><ItemGroup>{items}"
            + "</ItemGroup></Project>");
    }

    private async Task<string> Run(string code)
    {
        var sink = new RecordingSink();
        var status = await _session.ExecuteAsync(code, sink);
        Assert.True(status == CellStatus.Ok, sink.Failure is null ? "no error told" : string.Join('\n', sink.Failure.Traceback));
        return sink.Text;
    }

    private async Task<CellError> Fail(string code)
    {
        var sink = new RecordingSink();
        Assert.Equal(CellStatus.Error, await _session.ExecuteAsync(code, sink));
        return Assert.IsType<CellError>(sink.Failure);
    }
}
