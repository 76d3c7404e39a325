namespace Qiansi.Engine.Packages;

/// <summary>A package that a cell asks for.</summary>
/// <param name="Name">The package's id; case does not matter.</param>
/// <param name="Range">The versions it accepts; null asks for the newest stable one.</param>
internal sealed record PackageReference(string Name, VersionRange? Range)
{
    /// <summary>Whether what it means can change when somebody publishes a version.</summary>
    public bool IsFloating => Range is not { IsFixed: true };

    /// <summary>The version in the notation of a project file.</summary>
    public string VersionText => Range?.Text ?? "*";

    /// <summary><c>NodaTime 3.*</c>, as messages say it.</summary>
    public override string ToString() => Range is null ? Name : $"{Name} {Range.Text}";
}
