using Qiansi.Contracts;

namespace Qiansi.Charts.Live;

/// <summary>Where a live figure appears.</summary>
internal interface ILiveDisplay
{
    /// <summary>Shows renderings in the figure's place.</summary>
    void Show(MimeBundle bundle);

    /// <summary>Whether the cell was interrupted.</summary>
    bool IsInterrupted { get; }
}
