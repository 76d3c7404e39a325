namespace Qiansi.Repository.Tests;

/// <summary>Which project may reference which: HOW_IT_WORKS.md tells why. A new arrow is a line here.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly string[] Allowed =
    [
        "src/Runtime → src/Contracts",
        "src/Documents → src/Contracts, src/Shared/Drawing",
        "src/Interactive → src/Contracts, src/Runtime",
        "src/Engine → src/Contracts, src/Documents, src/Interactive, src/Runtime",
        "src/Jupyter → src/Contracts",
        "src/Kernel → src/Engine, src/Jupyter",
        "src/Publishing → src/Documents",
        "src/Server → src/Documents, src/Jupyter",
        "src/Tool → src/Kernel, src/Publishing, src/Server, src/Shared/*, src/OnTorchSharp/*, kernel-extensions/*",
        "src/OnTorchSharp/* → src/Contracts, src/Runtime, src/Shared/*, src/OnTorchSharp/*",
        "src/Shared/* → src/Shared/*",
        "kernel-extensions/* → src/Contracts, src/Runtime, src/Shared/*",
        "kernel-extensions/Tensors → kernel-extensions/Trees",
        "kernel-extensions/TorchSharp → kernel-extensions/Tensors",
        "kernel-extensions/Snl → kernel-extensions/Trees",
        "tests/* → src/*, src/Shared/*, kernel-extensions/*, tests/KernelProgram, tests/Testing, tests/Testing.Cells",
    ];

    [Fact]
    public void Arrows_between_projects_are_those_of_the_list()
    {
        var allowed = Allowed.Select(line => line.Split(" → "))
            .SelectMany(line => line[1].Split(", ").Select(to => (From: line[0], To: to))).ToList();
        var arrows = from project in Tree.Files(".csproj")
                     from reference in Tree.ReferencesOf(project)
                     select (From: Place(project), To: Place(reference));
        Assert.All(arrows, arrow => Assert.True(
            allowed.Exists(a => Fits(arrow.From, a.From) && Fits(arrow.To, a.To)),
            $"{arrow.From} references {arrow.To}, which the list in {nameof(ProjectReferenceTests)} does not allow"));
    }

    [Theory]
    [InlineData("src/Documents")]
    [InlineData("src/Publishing")]
    [InlineData("src/Jupyter")]
    [InlineData("src/Server")]
    [InlineData("src/Shared")]
    [InlineData("kernel-extensions")]
    public void What_needs_no_compiler_has_none(string folder) => Assert.All(ProjectsIn(folder), project =>
        Assert.DoesNotContain(
            Closure(project).SelectMany(p => Tree.Packages(p)), p => p.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)));

    [Theory]
    [InlineData("src/Contracts")]
    [InlineData("src/Runtime")]
    [InlineData("src/Documents")]
    [InlineData("src/Publishing")]
    [InlineData("src/Jupyter")]
    [InlineData("src/Shared")]
    public void What_needs_no_web_host_has_none(string folder) => Assert.All(ProjectsIn(folder), project =>
        Assert.Empty(Closure(project).SelectMany(p => Tree.Frameworks(p))));

    /// <summary>The projects of a folder, without generators: they run in the compiler.</summary>
    private static List<string> ProjectsIn(string folder)
    {
        var projects = Tree.Files(".csproj")
            .Where(p => p.StartsWith(folder + "/", StringComparison.Ordinal))
            .Where(p => !p.EndsWith(".Generator.csproj", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(projects);
        return projects;
    }

    /// <summary>A project and all that it stands on.</summary>
    private static HashSet<string> Closure(string project)
    {
        var seen = new HashSet<string>();
        var open = new Queue<string>([project]);
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next)) continue;
            foreach (var reference in Tree.ReferencesOf(next)) open.Enqueue(reference);
        }

        return seen;
    }

    private static string Place(string project) => Path.GetDirectoryName(project)!.Replace('\\', '/');

    private static bool Fits(string place, string pattern) =>
        pattern.EndsWith("/*", StringComparison.Ordinal)
            ? Path.GetDirectoryName(place)!.Replace('\\', '/') == pattern[..^2] : place == pattern;
}
