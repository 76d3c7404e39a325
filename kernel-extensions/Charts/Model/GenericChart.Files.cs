using Qiansi.Charts.Output;
using Qiansi.Contracts;
using Qiansi.Runtime;

namespace Qiansi.Charts;

public sealed partial class GenericChart
{
    /// <summary>
    /// Writes the chart as a page that works offline: interactive, with Plotly's script in it (4.8 MB), which npm fetches once.
    /// </summary>
    /// <param name="path">The file; <c>.html</c> is added when it has no ending.</param>
    /// <returns>What was written; and why the page holds the drawing alone, when npm or the network are missing.</returns>
    public string SaveHtml(string path)
    {
        string? script = null, problem = null;
        try
        {
            script = File.ReadAllText(PlotlyScript.Ensure(PlotlyScript.CacheFolder));
        }
        catch (InvalidOperationException e)
        {
            problem = e.Message;
        }

        var file = Path.HasExtension(path) ? path : path + ".html";
        File.WriteAllText(file, ChartPage.Write(this, script, problem));
        return problem is null ? $"Wrote {file}" : $"Wrote {file} with the drawing alone: {problem}";
    }

    /// <summary>Writes the drawing as an SVG file.</summary>
    /// <exception cref="NotSupportedException">All its series are of kinds that only Plotly's script draws; <see cref="SaveHtml"/> writes
    /// them.</exception>
    public void SaveSvg(string path) => File.WriteAllText(Path.HasExtension(path) ? path : path + ".svg", ToSvg());

    /// <summary>Shows the chart below the running cell, where it stands; prints its words in a program.</summary>
    public void Show()
    {
        if (CurrentCell.Context is { } cell) cell.Output.Display(ChartBundle.Of(this));
        else Console.WriteLine(ToString());
    }
}
