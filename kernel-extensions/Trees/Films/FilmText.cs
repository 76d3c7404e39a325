using System.Text;
using Qiansi.Trees.Pictures;

namespace Qiansi.Trees.Films;

/// <summary>Films in characters.</summary>
internal static class FilmText
{
    private const int Limit = 60_000;

    /// <summary>All steps, one below the other, until the text is long enough.</summary>
    public static string Write(Film film)
    {
        var text = new StringBuilder(film.Title.Length > 0 ? film.Title + "\n\n" : "");
        for (var i = 0; i < film.Count; i++)
        {
            var frame = film.Frames[i];
            var step = $"{i + 1}/{film.Count}{(frame.Caption.Length > 0 ? " " + frame.Caption : "")}\n{PlainFigure.Write(frame.Figure)}\n\n";
            if (text.Length + step.Length > Limit) return text.Append($"… {film.Count - i} more steps").ToString();
            text.Append(step);
        }

        return text.ToString().TrimEnd();
    }
}
