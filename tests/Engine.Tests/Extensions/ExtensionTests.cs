using Qiansi.Contracts;
using Qiansi.Engine.Tests.Packages;

namespace Qiansi.Engine.Tests.Extensions;

/// <summary>Extensions that cells bring, as files and in packages.</summary>
public sealed class ExtensionTests : IDisposable
{
    private const string Directive = """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Qiansi.Contracts;
        public sealed class Greet : IDirective
        {
            public string Name => "greet";
            public string Summary => "Greets.";
            public IReadOnlyList<DirectiveArgument> Arguments => new DirectiveArgument[0];
            public Task InvokeAsync(DirectiveInvocation invocation, ICellContext context) { context.Output.Write(StandardStream.Output, "hello"); return Task.CompletedTask; }
        }
        public sealed class Extension : IKernelExtension
        {
            public static int Loads;
            public Task RegisterAsync(ISession session) { Loads++; session.Add(new Greet()); return Task.CompletedTask; }
        }
        """;

    private readonly PackageFeed _feed = new();
    private readonly Session _session;

    public ExtensionTests() => _session = _feed.OpenSession();

    public void Dispose()
    {
        _session.Dispose();
        _feed.Dispose();
    }

    [Fact]
    public async Task A_referenced_assembly_adds_its_directive_once()
    {
        var name = Write(Directive);
        await Run($"#r \"{name}.dll\"");
        await Run($"#r \"{name}.dll\"");
        Assert.Equal("hello", (await Run("#!greet")).Streams);
        Assert.Equal("1", (await Run("Extension.Loads")).Text);
    }

    [Fact]
    public async Task A_failing_extension_is_told_and_its_assembly_stays_usable()
    {
        var name = Write("""
            public sealed class Broken : Qiansi.Contracts.IKernelExtension
            {
                public System.Threading.Tasks.Task RegisterAsync(Qiansi.Contracts.ISession session) => throw new System.InvalidOperationException("no device");
            }
            public static class Works { public static int Answer => 42; }
            """);
        var sink = await Run($"#r \"{name}.dll\"\nWorks.Answer");
        Assert.Equal("42", sink.Text);
        Assert.Contains($"Broken ({name}) could not be loaded: InvalidOperationException: no device", sink.Streams);
    }

    [Fact]
    [Trait("Needs", "packages")]
    public async Task A_package_made_for_dotnet_interactive_runs_its_extension_and_its_script()
    {
        var name = "Extended" + Guid.NewGuid().ToString("N");
        var image = Compile(name, """
            using System.Threading.Tasks;
            using Microsoft.DotNet.Interactive;
            public sealed class Hook : IKernelExtension
            {
                public static string Seen = "";
                public Task OnLoadAsync(Kernel kernel) { Seen = kernel.Name + " " + kernel.FindKernelByName("csharp").Name; return Task.CompletedTask; }
            }
            """);
        _feed.Add(name, "1.0.0", new()
        {
            [$"lib/net8.0/{name}.dll"] = image,
            [$"interactive-extensions/dotnet/{name}.dll"] = image,
            ["interactive-extensions/dotnet/extension.dib"] =
                "#!csharp\n\nvar fromScript = Hook.Seen + \", then the script\";\n"u8.ToArray(),
        });
        await Run($"#i \"nuget: {_feed.Feed}\"\n#r \"nuget: {name}, 1.0.0\"");
        Assert.Equal(".NET csharp, then the script", (await Run("fromScript")).Text);
    }

    [Fact]
    public async Task An_extension_made_for_dotnet_interactive_adds_a_directive_and_publishes()
    {
        var name = Write("""
            using System.Threading.Tasks;
            using Microsoft.DotNet.Interactive;
            using Microsoft.DotNet.Interactive.Commands;
            using Microsoft.DotNet.Interactive.Directives;
            using Microsoft.DotNet.Interactive.Events;
            public sealed class Greet : KernelDirectiveCommand
            {
                public string Name { get; set; } = "";
                public int HowOften { get; set; } = 1;
                public bool Loud { get; set; }
            }
            public sealed class Hook : IKernelExtension
            {
                public Task OnLoadAsync(Kernel kernel)
                {
                    var directive = new KernelActionDirective("#!greet", "Greets.")
                    {
                        Parameters = { new("--name") { Required = true }, new("--how-often"), new("--loud") { Flag = true } },
                    };
                    ((CompositeKernel)kernel).AddDirective<Greet>(directive, (greet, context) =>
                    {
                        for (var i = 0; i < greet.HowOften; i++)
                            context.Publish(new StandardOutputValueProduced($"hello {greet.Name}{(greet.Loud ? "!" : "")}\n", greet));
                        context.Publish(new DisplayedValueProduced(new[] { 1, 2 }, greet));
                        return Task.CompletedTask;
                    });
                    return Task.CompletedTask;
                }
            }
            """);
        await Run($"#r \"{name}.dll\"");
        var sink = await Run("#!greet --name Ada --how-often 2 --loud");
        Assert.Equal("hello Ada!\nhello Ada!\n", sink.Streams);
        Assert.Equal("[ 1, 2 ]", sink.Displays.Single()["text/plain"]);
        var failed = new RecordingSink();
        Assert.Equal(CellStatus.Error, await _session.ExecuteAsync("#!greet --name Ada --how-often often", failed));
        Assert.Contains("#!greet: what is given does not make a Greet", failed.Failure!.Message);
        Assert.Equal(CellStatus.Error, await _session.ExecuteAsync("#!greet", new RecordingSink()));
    }

    [Fact]
    public async Task Paths_in_an_imported_file_start_from_its_folder()
    {
        var inner = Directory.CreateDirectory(Path.Combine(_feed.Notebooks, "lib", "deep")).FullName;
        var name = Write("public static class Beside { public static int Value => 7; }", inner);
        File.WriteAllText(Path.Combine(inner, "more.csx"), "var more = 1;");
        File.WriteAllText(Path.Combine(inner, "first.csx"), $"#r \"{name}.dll\"\n#load \"more.csx\"\nvar first = Beside.Value + more;");
        await Run("#load \"lib/deep/first.csx\"\n#!import lib/deep/first.csx");
        Assert.Equal("8", (await Run("first")).Text);

        var sink = new RecordingSink();
        File.WriteAllText(Path.Combine(inner, "endless.dib"), "#!import endless.dib");
        Assert.Equal(CellStatus.Error, await _session.ExecuteAsync("#!import lib/deep/endless.dib", sink));
        Assert.Contains("#!import: endless.dib → endless.dib never ends", sink.Failure!.Message);
    }

    private string Write(string code, string? folder = null)
    {
        var name = "Extension" + Guid.NewGuid().ToString("N");
        File.WriteAllBytes(Path.Combine(folder ?? _feed.Notebooks, name + ".dll"), Compile(name, code));
        return name;
    }

    private static byte[] Compile(string name, string code) => PackageFeed.Compile(
        name, code, File.ReadAllBytes(typeof(IKernelExtension).Assembly.Location),
        File.ReadAllBytes(typeof(Microsoft.DotNet.Interactive.Kernel).Assembly.Location));

    private async Task<RecordingSink> Run(string code)
    {
        var sink = new RecordingSink();
        var status = await _session.ExecuteAsync(code, sink);
        Assert.True(status == CellStatus.Ok, sink.Failure is null ? "no error told" : string.Join('\n', sink.Failure.Traceback));
        return sink;
    }
}
