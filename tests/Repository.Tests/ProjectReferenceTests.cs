namespace Qiansi.Repository.Tests;

/// <summary>Which project may reference which: HOW_IT_WORKS.md tells why. A new arrow is a line here.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly string[] Allowed =
    [
        "src/Interactive → src/Contracts",
        "src/Engine → src/Contracts, src/Interactive",
        "src/Jupyter → src/Engine",
        "src/Server → src/Jupyter",
        "src/Tool → src/Server, src/Shared/*, kernel-extensions/*",
        "src/Shared/* → src/Shared/*",
        "kernel-extensions/* → src/Contracts, src/Shared/*",
        "kernel-extensions/Tensors → kernel-extensions/Trees",
        "kernel-extensions/TorchSharp → kernel-extensions/Tensors",
        "kernel-extensions/Snl → kernel-extensions/Trees",
        "tests/* → src/*, src/Shared/*, kernel-extensions/*, tests/KernelProgram",
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

    private static string Place(string project) => Path.GetDirectoryName(project)!.Replace('\\', '/');

    private static bool Fits(string place, string pattern) =>
        pattern.EndsWith("/*", StringComparison.Ordinal)
            ? Path.GetDirectoryName(place)!.Replace('\\', '/') == pattern[..^2] : place == pattern;
}
