using System.Text;
using Qiansi.Documents;
using Qiansi.Publishing;
using Qiansi.Server.Course;
using Qiansi.Server.Pages;
using Qiansi.Tool.Converting;

namespace Qiansi.Tool.Lab;

/// <summary>What JupyterLab's export menu offers: the formats of <c>nb convert</c>.</summary>
internal static class LabExports
{
    public static IReadOnlyList<NotebookExport> All { get; } =
    [
        new("html", "text/html", ".html", file =>
            Encoding.UTF8.GetBytes(HtmlPage.Render(Notebook.Load(file), PageOptions.Of(file, StudentEdition.SourceFolder(file))).Html)),
        new("markdown", "text/markdown", ".md", file => Convert(file, ".md")),
        new("notebook", "application/x-ipynb+json", ".ipynb", file => Notebook.Load(file).ToBytes(NotebookFormat.Ipynb)),
        new("dib", "text/plain", ".dib", file => Notebook.Load(file).ToBytes(NotebookFormat.Dib)),
    ];

    private static byte[] Convert(string file, string extension)
    {
        var folder = Directory.CreateTempSubdirectory("qiansi-export-");
        try
        {
            var target = Path.Combine(folder.FullName, Path.GetFileNameWithoutExtension(file) + extension);
            // One file is downloaded, so pictures go into it.
            Converter.Convert(file, target, new() { InlineImages = true });
            return File.ReadAllBytes(target);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
