using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Qiansi.Documents;

namespace Qiansi.Server.Course;

/// <summary>Brings a student's copy up to a chapter's new version, cell by cell; what the student has written stays.</summary>
/// <remarks>A copy knows, in its metadata <c>qiansi.student.cells</c>, what each of its cells was when it came from the chapter: a cell
/// that still is that is the chapter's, all others are the student's.</remarks>
internal static class CopyUpdate
{
    private const string Student = "student";

    /// <summary>Makes a notebook a copy that can be brought up to date.</summary>
    public static void Begin(Notebook copy)
    {
        if (copy.Metadata["qiansi"] is not JsonObject own) copy.Metadata["qiansi"] = own = [];
        var marks = copy.Cells.DistinctBy(c => c.Id).Select(c => KeyValuePair.Create(c.Id, (JsonNode?)Mark(c)));
        own[Student] = new JsonObject { ["cells"] = new JsonObject(marks) };
    }

    /// <summary>Changes the copy; false when there is nothing new, or when it is no copy of <see cref="Begin"/>'s.</summary>
    /// <param name="work">The student's copy.</param>
    /// <param name="chapter">The chapter's student edition as it is now.</param>
    public static bool Apply(Notebook work, Notebook chapter)
    {
        if (work.Metadata["qiansi"]?[Student]?["cells"] is not JsonObject before) return false;
        if (before.Count == chapter.Cells.Count && chapter.Cells.All(c => Before(c.Id) == Mark(c))) return false;
        var ids = chapter.Cells.Select(c => c.Id).ToHashSet();
        var mine = work.Cells.DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        var behind = OwnCells();
        var cells = new List<Cell>(behind[""]);
        foreach (var cell in chapter.Cells)
        {
            if (Merged(cell) is { } merged) cells.Add(merged);
            cells.AddRange(behind[cell.Id]);
        }

        Begin(chapter);
        if (work.Metadata["qiansi"] is JsonObject own) own[Student] = chapter.Metadata["qiansi"]![Student]!.DeepClone();
        work.Cells.Clear();
        work.Cells.AddRange(cells);
        return true;

        string? Before(string id) => before[id] is JsonValue value && value.TryGetValue(out string? mark) ? mark : null;

        // A cell of the student's, or one that the chapter has given up, goes behind the cell of the chapter that it stood behind.
        ILookup<string, Cell> OwnCells()
        {
            var place = "";
            var own = new List<(string Place, Cell Cell)>();
            foreach (var cell in work.Cells)
            {
                if (ids.Contains(cell.Id) && mine[cell.Id] == cell) place = cell.Id;
                else if (Before(cell.Id) != Mark(cell)) own.Add((place, cell));
            }

            return own.ToLookup(o => o.Place, o => o.Cell);
        }

        Cell? Merged(Cell cell)
        {
            if (!mine.TryGetValue(cell.Id, out var its)) return Before(cell.Id) is null || IsLocked(cell) ? Fresh(cell) : null;
            if (Mark(its) == Mark(cell) || (Before(cell.Id) != Mark(its) && !IsLocked(cell))) return its;
            return Fresh(cell);
        }
    }

    private static Cell Fresh(Cell cell) => new(cell.Kind, cell.Source)
    {
        Id = cell.Id,
        Metadata = (JsonObject)cell.Metadata.DeepClone(),
        Attachments = (JsonObject?)cell.Attachments?.DeepClone(),
        ExecutionCount = cell.ExecutionCount,
        Outputs = cell.Outputs,
    };

    private static bool IsLocked(Cell cell) =>
        cell.Metadata["editable"] is JsonValue value && value.TryGetValue(out bool editable) && !editable;

    private static string Mark(Cell cell)
    {
        var text = Encoding.UTF8.GetBytes($"{cell.Kind}\n{cell.Source.ReplaceLineEndings("\n")}");
        return Convert.ToHexStringLower(SHA256.HashData(text).AsSpan(0, 6));
    }
}
