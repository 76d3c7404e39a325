using System.Text.RegularExpressions;
using Qiansi.Documents;

namespace Qiansi.Tool.Exercises.Grading;

/// <summary>Finds what a submission declares in place of names that checks rely on: a class <c>Math</c> of its own would make every check
/// about it hold.</summary>
/// <param name="original">The notebook with the checks that count.</param>
/// <param name="file">What errors call it.</param>
/// <param name="written">The cells that the student has written.</param>
internal sealed partial class NameGuard(Notebook original, string file, IEnumerable<Cell> written)
{
    private readonly List<Cell> _written = [.. written.Where(c => c.Kind == CellKind.Code)];

    /// <summary>What the exercises ask for, which is the student's to declare.</summary>
    private readonly HashSet<string> _answers =
        [.. original.Cells.Where(c => IsAnswer(c, file)).SelectMany(c => CellNames.Declared(c.Code))];

    /// <summary>Why a check cannot be relied on; null when it can.</summary>
    /// <param name="check">The check's text.</param>
    public string? Problem(string check)
    {
        var used = CellNames.Used(check).Except(_answers).Except(GradedCheck.LibraryNames).ToHashSet();
        var behindDot = CellNames.UsedOfValues(check).ToHashSet();
        var taken = Declared().Where(used.Contains)
            .Concat(_written.SelectMany(c => CellNames.Extensions(c.Code)).Where(behindDot.Contains));
        var names = string.Join(", ", taken.Distinct().Select(t => $"'{t}'"));
        return names.Length == 0 ? null
            : $"a cell declares {names} anew, which the check takes from the chapter or a library: give it another name";
    }

    /// <summary>What a teacher should look at: names of the checks' own library (the compiled one is used all the same), and other types
    /// than the stub's.</summary>
    public IEnumerable<string> Remarks()
    {
        foreach (var name in Declared().Where(n => n is "Qiansi" || GradedCheck.LibraryNames.Contains(n)))
            yield return $"a cell declares '{name}', a name of the checks; the library's own was used";
        foreach (var line in _written.SelectMany(c => Loading().Matches(c.Code)))
            yield return $"a cell loads other cells, whose names are not looked at: {line.Value.Trim()}";
        var asked = original.Cells.Where(c => c.HasTag(StudentCopy.StubTag)).SelectMany(c => CellNames.Functions(c.Code))
            .ToLookup(f => f.Name, f => f.Signature);
        foreach (var (name, signature) in _written.SelectMany(c => CellNames.Functions(c.Code)).Distinct())
            if (asked[name].Any() && !asked[name].Contains(signature))
                yield return $"{name} is {signature}, where the stub says {asked[name].First()}";
    }

    private IEnumerable<string> Declared()
    {
        var opened = _written.Exists(c => CellNames.OpensTypes(c.Code)) ? _written.SelectMany(c => CellNames.OfTypes(c.Code)) : [];
        return _written.SelectMany(c => CellNames.Declared(c.Code)).Concat(opened).Distinct();
    }

    [GeneratedRegex(@"^[^\S\n]*#(load|!import)\b.*$", RegexOptions.Multiline)]
    private static partial Regex Loading();

    private static bool IsAnswer(Cell cell, string file) => cell.HasTag(StudentCopy.StubTag) || cell.HasTag(StudentCopy.SolutionTag)
        || GradeMetadata.Of(cell, file) is { IsSolution: true };
}
