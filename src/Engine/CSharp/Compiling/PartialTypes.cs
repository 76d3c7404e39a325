namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>Says what becomes of <c>partial</c> types whose parts stand in several cells: they are not joined,
/// the last one counts.</summary>
internal sealed class PartialTypes
{
    private readonly Dictionary<string, (string Cell, HashSet<string> Members)> _seen = [];

    /// <summary>A warning for each partial type of which an accepted cell has members that this one does not.</summary>
    public IEnumerable<CellDiagnostic> Warnings(CellSyntax cell)
    {
        foreach (var (name, parts) in PartsOf(cell))
        {
            if (!_seen.TryGetValue(name, out var older)) continue;
            var lost = older.Members.Except(parts.SelectMany(MembersOf)).ToList();
            if (lost.Count == 0) continue;
            var place = parts[0].Identifier.GetLocation().GetLineSpan().StartLinePosition;
            var message = $"The parts of partial {name} in {older.Cell} and here are not joined, "
                + "since a type is made when its cell runs: this one replaces "
                + $"the other, and {string.Join(", ", lost)} is not part of it. Keep all parts in one cell.";
            yield return new("QS0002", message, place.Line + 1, place.Character + 1, name.Length);
        }
    }

    /// <summary>The cell has been accepted.</summary>
    public void Remember(CellSyntax cell)
    {
        foreach (var (name, parts) in PartsOf(cell)) _seen[name] = (cell.Name, [.. parts.SelectMany(MembersOf)]);
    }

    private static IEnumerable<(string Name, List<TypeDeclarationSyntax> Parts)> PartsOf(CellSyntax cell) =>
        cell.Types.OfType<TypeDeclarationSyntax>()
            .Where(t => t.Modifiers.Any(SyntaxKind.PartialKeyword)).GroupBy(t => t.Identifier.Text).Select(g => (g.Key, g.ToList()));

    private static IEnumerable<string> MembersOf(TypeDeclarationSyntax type) => type.Members.SelectMany(m => m switch
    {
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(v => v.Identifier.Text),
        MethodDeclarationSyntax method => [method.Identifier.Text],
        PropertyDeclarationSyntax property => [property.Identifier.Text],
        BaseTypeDeclarationSyntax inner => [inner.Identifier.Text],
        _ => Array.Empty<string>(),
    });
}
