using System.Net;
using Qiansi.Engine.Packages;

namespace Qiansi.Engine.CSharp.References;

/// <summary>One display that tells what is being restored or built, then what was.</summary>
internal sealed class PackageProgress(ICellContext context) : IProgress<string>, IDisposable
{
    private readonly string _id = Guid.NewGuid().ToString("N");
    private bool _shown;
    private bool _finished;

    public void Report(string value) =>
        Show(new MimeBundle { { "text/html", $"<div class=\"qs-packages\">{WebUtility.HtmlEncode(value)}</div>" },
            { "text/plain", value } });

    public void Finish(ResolvedPackages resolved)
    {
        _finished = true;
        Show(InstalledPackages.Render(resolved));
    }

    public void Finish(string sentence)
    {
        _finished = true;
        Report(sentence);
    }

    public void Dispose()
    {
        if (_shown && !_finished) Report("Nothing was installed.");
    }

    private void Show(MimeBundle bundle)
    {
        if (_shown) context.Output.UpdateDisplay(bundle, _id);
        else context.Output.Display(bundle, _id);
        _shown = true;
    }
}
