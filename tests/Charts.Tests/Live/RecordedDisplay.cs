using Qiansi.Charts.Live;
using Qiansi.Contracts;

namespace Qiansi.Charts.Tests.Live;

/// <summary>Keeps what a live figure shows.</summary>
internal sealed class RecordedDisplay : ILiveDisplay
{
    public List<MimeBundle> Shown { get; } = [];

    public bool IsInterrupted { get; set; }

    public void Show(MimeBundle bundle) => Shown.Add(bundle);
}
