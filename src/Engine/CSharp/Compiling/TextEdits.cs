using System.Text;

namespace Qiansi.Engine.CSharp.Compiling;

/// <summary>Insertions and replacements in a text that never add or remove a line break,
/// and the way back from an edited position.</summary>
internal sealed class TextEdits
{
    private readonly List<Edit> _edits = [];

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => _edits.Count == 0;

    /// <summary>Inserts text; at one position, in the order of the calls.</summary>
    public void Insert(int position, string text) => Replace(position, 0, text);

    /// <summary>Replaces <paramref name="length"/> characters.</summary>
    public void Replace(int position, int length, string text) => _edits.Add(new(position, length, text, _edits.Count));

    /// <summary>Adds all edits of another set.</summary>
    public void Add(TextEdits other)
    {
        foreach (var e in other._edits) Replace(e.Position, e.Length, e.Text);
    }

    /// <summary>The edited text.</summary>
    public string Apply(string text)
    {
        Sort();
        var result = new StringBuilder(text.Length + _edits.Count * 40);
        var done = 0;
        foreach (var edit in _edits)
        {
            result.Append(text, done, edit.Position - done).Append(edit.Text);
            done = edit.Position + edit.Length;
        }

        return result.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>The position in the original text that a position of the edited text came from.</summary>
    public int ToOriginal(int edited)
    {
        Sort();
        var shift = 0;
        foreach (var edit in _edits)
        {
            var start = edit.Position + shift;
            if (edited < start) break;
            if (edited < start + edit.Text.Length) return edit.Position;
            shift += edit.Text.Length - edit.Length;
        }

        return edited - shift;
    }

    /// <summary>At one place, what is inserted stands before what is replaced: of <c>F(a) => b => c;</c> the
    /// inner function ends first.</summary>
    private void Sort() => _edits.Sort((a, b) =>
        a.Position != b.Position ? a.Position - b.Position
        : (a.Length > 0) != (b.Length > 0) ? a.Length - b.Length
        : a.Order - b.Order);

    private readonly record struct Edit(int Position, int Length, string Text, int Order);
}
