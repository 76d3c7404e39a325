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
            var caption = frame.Caption.Length > 0 ? " " + frame.Caption : "";
            var step = $"{i + 1}/{film.Count}{caption}\n{PlainFigure.Write(frame.Figure)}\n\n";
            if (!text.TryAppend(step)) return text.End($"… {film.Count - i} more steps").ToString();
        }

        return text.ToString();
    }
}
