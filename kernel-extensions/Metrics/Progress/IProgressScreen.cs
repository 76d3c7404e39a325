namespace Qiansi.Metrics;

/// <summary>Where bars are shown.</summary>
internal interface IProgressScreen
{
    /// <summary>Whether lines above the bars are part of the picture; else they are written once.</summary>
    bool KeepsLines { get; }

    /// <summary>Shows the picture in place of the one before; after the final one a new picture begins.</summary>
    void Show(ProgressView view, bool isFinal);

    /// <summary>Writes a line above the picture.</summary>
    void WriteLine(string text);
}
