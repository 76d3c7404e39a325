namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>Which warnings of the compiler tell a notebook's reader something.</summary>
internal static class CompilerWarnings
{
    // Unused variables, fields and functions that a later cell may use, and versions of framework assemblies.
    private static readonly HashSet<string> Noise =
        ["CS0168", "CS0169", "CS0219", "CS0414", "CS0649", "CS1591", "CS1701", "CS1702", "CS8019", "CS8020",
            "CS8321", "CS8632", "CS0436", "CS1685"];

    // Of null: where it will be used. Where it may be kept (a linked list's end, a line that was read) is no news to a reader.
    private static readonly HashSet<string> UsesOfNull = ["CS8602", "CS8604", "CS8605", "CS8629"];

    /// <summary>Whether it is an error, or a warning worth a line.</summary>
    public static bool Matters(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Error || (diagnostic.Severity == DiagnosticSeverity.Warning && !diagnostic.IsSuppressed
            && !Noise.Contains(diagnostic.Id) && (!IsOfNull(diagnostic.Id) || UsesOfNull.Contains(diagnostic.Id)));

    private static bool IsOfNull(string id) =>
        string.CompareOrdinal(id, "CS8597") >= 0 && string.CompareOrdinal(id, "CS8714") <= 0 && id.Length == 6;
}
