using Qiansi.Engine.CSharp.Compiling;

namespace Qiansi.Engine.CSharp.Language;

/// <summary>What the next cell would be compiled against.</summary>
/// <param name="Previous">The submission that ran last, or null before the first.</param>
/// <param name="References">Every assembly the next cell sees, the libraries made from earlier cells included.</param>
/// <param name="Options">The options the next cell is compiled with; its usings are in scope.</param>
internal sealed record ScriptContext(
    CSharpCompilation? Previous, IReadOnlyList<MetadataReference> References, CSharpCompilationOptions Options)
{
    /// <summary>The C# the next cell is written in.</summary>
    public LanguageVersion Version { get; init; } = CellLanguage.Default;

    /// <summary>Whether metadata bound for the other context serves this one too.</summary>
    public bool SameAs(ScriptContext other) =>
        ReferenceEquals(Previous, other.Previous)
        && Version == other.Version
        && (ReferenceEquals(Options, other.Options) || Options.Equals(other.Options))
        && (ReferenceEquals(References, other.References) || References.SequenceEqual(other.References));
}
