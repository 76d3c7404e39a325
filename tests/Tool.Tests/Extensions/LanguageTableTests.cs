using Qiansi.Documents;
using Qiansi.Engine;
using Qiansi.Engine.CSharp.Compiling;
using Qiansi.Tool.Libraries;

namespace Qiansi.Tool.Tests.Extensions;

/// <summary>What the table of languages says of the kernel holds for the kernel of this tool.</summary>
public sealed class LanguageTableTests
{
    [Fact]
    public void What_it_says_runs_is_what_the_kernel_has()
    {
        using var session = KernelExtensions.AddTo(new Session(openLibraries: KernelExtensions.OpenLibraries));
        Assert.Equal(
            NotebookLanguages.All.Where(l => l.Runs).Select(l => $"{l.Name}: {string.Join(' ', l.Aliases)}").Order(),
            session.Languages.Select(l => $"{l.Name}: {string.Join(' ', l.Aliases)}").Order());
    }

    [Fact]
    public void The_version_of_CSharp_is_the_compilers() =>
        Assert.Equal(Microsoft.CodeAnalysis.CSharp.LanguageVersionFacts.ToDisplayString(CellLanguage.Default),
            NotebookLanguages.CSharp.Kernel!.Version);
}
