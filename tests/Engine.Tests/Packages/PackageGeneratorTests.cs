using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Qiansi.Contracts;

namespace Qiansi.Engine.Tests.Packages;

/// <summary>Source generators that a package brings write the other part of a cell's partial types.</summary>
[Trait("Needs", "packages")]
public sealed class PackageGeneratorTests : IDisposable
{
    private readonly PackageFeed _feed = new();
    private readonly Session _session;

    public PackageGeneratorTests() => _session = _feed.OpenSession();

    public void Dispose()
    {
        _session.Dispose();
        _feed.Dispose();
    }

    [Theory]
    [InlineData("analyzers/dotnet/cs")]
    [InlineData("analyzers/dotnet/roslyn4.0/cs")]
    public async Task It_runs_from_the_folder_for_this_compiler(string folder)
    {
        var name = "Greeter" + Guid.NewGuid().ToString("N");
        _feed.Add(name, "1.0.0", new()
        {
            [$"lib/net8.0/{name}.dll"] = PackageFeed.Compile(name, "public class GreetAttribute : System.Attribute { }"),
            [$"{folder}/{name}.Generators.dll"] = Generator(name + ".Generators"),
            [$"analyzers/dotnet/roslyn99.0/cs/{name}.Generators.dll"] = [1, 2, 3], // for a compiler to come
        });
        await Run($"#i \"nuget: {_feed.Feed}\"\n#r \"nuget: {name}, 1.0.0\"");
        Assert.Equal("hello from Cat", await Run("[Greet] partial class Cat { }\nnew Cat().Hello"));
    }

    [Fact]
    public async Task The_properties_of_CommunityToolkit_are_written()
    {
        using var session = new Session();
        var sink = new RecordingSink();
        var status = await session.ExecuteAsync("""
            #r "nuget: CommunityToolkit.Mvvm, 8.4.0"
            using CommunityToolkit.Mvvm.ComponentModel;
            using CommunityToolkit.Mvvm.Input;
            public partial class Model : ObservableObject
            {
                [ObservableProperty]
                [NotifyPropertyChangedFor(nameof(Twice))]
                private int count;

                public int Twice => Count * 2;

                [RelayCommand]
                private void Add() => Count++;
            }
            """, sink);
        if (sink.Failure?.Message is { } message && (message.Contains("NU1301") || message.Contains("NU1101")
            || message.Contains("NU1102")))
            Assert.Skip($"no configured package source answers: {message}");
        Assert.True(status == CellStatus.Ok, sink.Failure?.Message);
        sink = new RecordingSink();
        status = await session.ExecuteAsync("""
            var changed = new List<string>();
            var model = new Model { Count = 20 };
            model.PropertyChanged += (_, e) => changed.Add(e.PropertyName);
            model.AddCommand.Execute(null);
            $"{model.Count} {model.Twice} {string.Join(",", changed)}"
            """, sink);
        Assert.True(status == CellStatus.Ok, sink.Failure?.Message);
        Assert.Equal("21 42 Count,Twice", sink.Text);
    }

    private async Task<string> Run(string code)
    {
        var sink = new RecordingSink();
        var status = await _session.ExecuteAsync(code, sink);
        Assert.True(status == CellStatus.Ok, sink.Failure?.Message);
        return sink.Text;
    }

    /// <summary>Gives each class marked <c>[Greet]</c> a greeting.</summary>
    private static byte[] Generator(string name)
    {
        const string Code = """
            using Microsoft.CodeAnalysis;

            [Generator]
            public sealed class Greetings : IIncrementalGenerator
            {
                public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
                    context.SyntaxProvider.ForAttributeWithMetadataName("GreetAttribute", (_, _) => true, (c, _) => c.TargetSymbol.Name),
                    (output, type) => output.AddSource(type, $"partial class {type} {{ public string Hello => \"hello from {type}\"; }}"));
            }
            """;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "System.Collections.Immutable.dll"
                or "System.Threading.dll" or "System.Runtime.Extensions.dll" or "Microsoft.CodeAnalysis.dll")
            .Select(p => MetadataReference.CreateFromFile(p));
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(Code)], references,
            new(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }
}
