using Qiansi.Trees.Films;
using Qiansi.Trees.Pictures;

namespace Qiansi.Trees;

/// <summary>
/// Pictures step by step: a search, insertions, a parse. A slider moves through them without script, with the mouse or the arrow keys;
/// paper shows the last.
/// </summary>
/// <example><code>var film = new Film("Insertions");
/// foreach (var key in keys) { tree.Insert(key); film.Add(Tree.Of(tree.Root, n => [n.Left, n.Right]), $"insert {key}"); }
/// film</code></example>
/// <param name="title">What it shows.</param>
public sealed class Film(string title = "")
{
    private readonly List<Frame> _frames = [];

    /// <summary>Number of pictures.</summary>
    public int Count => _frames.Count;

    /// <summary>What it shows.</summary>
    public string Title { get; } = title;

    internal IReadOnlyList<Frame> Frames => _frames;

    /// <summary>A film of steps.</summary>
    /// <param name="steps">The steps; read once, at once.</param>
    /// <param name="picture">The picture of a step.</param>
    /// <param name="caption">What happens in it.</param>
    /// <param name="title">What the film shows.</param>
    public static Film Of<T>(IEnumerable<T> steps, Func<T, NodePicture> picture, Func<T, string> caption, string title = "")
    {
        var film = new Film(title);
        foreach (var step in steps) film.Add(picture(step), caption(step));
        return film;
    }

    /// <summary>Adds a picture of how things are now; later changes do not show in it.</summary>
    /// <param name="picture">A tree or a graph.</param>
    /// <param name="caption">What happens in this step.</param>
    /// <returns>This film.</returns>
    public Film Add(NodePicture picture, string caption = "")
    {
        var figure = picture.Read()(picture.Limit);
        _frames.Add(new(caption, [Pictures.NodePicture.Content(figure)], figure));
        return this;
    }

    /// <summary>Adds pictures side by side, as they are now: code, tables, activation records, text, trees, graphs.</summary>
    /// <param name="caption">What happens in this step.</param>
    /// <param name="panes">The pictures, in the same order in each step.</param>
    /// <returns>This film.</returns>
    public Film Add(string caption, params IReadOnlyList<Pane> panes)
    {
        _frames.Add(new(caption, [.. panes.Select(p => p.ReadPane())]));
        return this;
    }

    /// <summary>As HTML of at most 64 KiB; of a long film some steps are shown, and it says which are left out.</summary>
    public string ToHtml() => _frames.TrueForAll(f => f.Figure is not null) ? FilmHtml.Write(this) : PaneFilmHtml.Write(this);

    /// <summary>As text: the captions, each with its tree.</summary>
    public override string ToString() => FilmText.Write(this);
}
