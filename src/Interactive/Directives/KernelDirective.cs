namespace Microsoft.DotNet.Interactive.Directives;

/// <summary>A line that starts with <c>#!</c>, as extensions declare it.</summary>
public abstract class KernelDirective
{
    private protected KernelDirective(string name, string? description) => (Name, Description) = (name, description);

    /// <summary>The name with its sign: <c>#!greet</c>.</summary>
    public string Name { get; set; }

    /// <summary>One sentence for help.</summary>
    public string? Description { get; set; }

    /// <summary>Kept for packages that set it; help lists every directive.</summary>
    public bool Hidden { get; set; }

    /// <summary>What may be given to it.</summary>
    public ICollection<KernelDirectiveParameter> Parameters { get; set; } = [];
}
