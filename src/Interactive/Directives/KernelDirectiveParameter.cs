namespace Microsoft.DotNet.Interactive.Directives;

/// <summary>One parameter of a directive.</summary>
/// <param name="name">As it is written: <c>--name</c>.</param>
/// <param name="description">One sentence for help.</param>
public sealed class KernelDirectiveParameter(string name, string? description = null)
{
    /// <summary>As it is written: <c>--name</c>.</summary>
    public string Name => name;

    /// <summary>One sentence for help.</summary>
    public string? Description { get; set; } = description;

    /// <summary>Whether it is given by its place and not by its name.</summary>
    public bool AllowImplicitName { get; set; }

    /// <summary>Kept for packages that set it; each is given once.</summary>
    public int MaxOccurrences { get; set; } = 1;

    /// <summary>Whether leaving it out is an error.</summary>
    public bool Required { get; set; }

    /// <summary>Kind of value, for front ends.</summary>
    public string? TypeHint { get; set; }

    /// <summary>Whether it has no value.</summary>
    public bool Flag { get; set; }

    internal Func<IEnumerable<string>>? Choices { get; private set; }

    /// <summary>Says what may be given, for completion.</summary>
    public KernelDirectiveParameter AddCompletions(Func<IEnumerable<string>> getCompletions)
    {
        Choices = getCompletions;
        return this;
    }
}
