using Qiansi.Trees.Pictures;

namespace Qiansi.Trees.Films;

/// <summary>Films in characters.</summary>
internal static class FilmText
{
    /// <summary>All steps, one below the other, until the text is long enough.</summary>
    public static string Write(Film film)
    {
        var text = new MeasuredText();
        text.TryAppend(film.Title.Length > 0 ? film.Title + "\n\n" : "");
        for (var i = 0; i < film.Count; i++)
        {
            var frame = film.Frames[i];
            var step = $"{i + 1}/{film.Count}{(frame.Caption.Length > 0 ? " " + frame.Caption : "")}\n{Shown(frame)}\n\n";
            if (!text.TryAppend(step)) return text.End($"… {film.Count - i} more steps").ToString();
        }

        return text.ToString();
    }

    private static string Shown(Frame frame) => frame.Figure is { } figure ? PlainFigure.Write(figure)
        : string.Join('\n', frame.Panes.Select(p => (p.Title.Length > 0 ? $"{p.Title}\n" : "") + p.Text)).TrimEnd('\n');
}
