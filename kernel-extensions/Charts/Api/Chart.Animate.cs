using Qiansi.Charts.Films;

namespace Qiansi.Charts;

public static partial class Chart
{
    /// <summary>A film of charts in the same axes, with a slider and a button that plays it, without script.</summary>
    /// <param name="frames">One chart a step.</param>
    /// <param name="captions">What each step shows, in words; the charts' titles when null.</param>
    /// <param name="background">
    /// What is behind all steps: contours of a loss. Its layout is the film's; the first frame's when null.
    /// </param>
    /// <exception cref="ArgumentException">There are no frames.</exception>
    public static ChartFilm Animate(IEnumerable<GenericChart> frames, IEnumerable<string>? captions = null, GenericChart? background = null)
    {
        GenericChart[] charts = [.. frames];
        if (charts.Length == 0) throw new ArgumentException("Animate: there are no frames");
        var words = captions?.ToArray();
        var layout = (background ?? charts[0]).Layout;
        if (background is null && charts[0].Layout.Title is not null)
        {
            layout = layout.Copy();
            layout.Title = null;
        }

        var steps = charts.Select((c, i) =>
            new FilmStep(words is not null && i < words.Length ? words[i] : c.Layout.Title ?? $"{i + 1} of {charts.Length}", [], c.Traces));
        return new ChartFilm(new GenericChart(background?.Traces ?? [], layout), [], [.. steps]);
    }
}
