namespace Qiansi.Charts.Live;

/// <summary>What a live figure shows, and how.</summary>
internal sealed record LiveSettings(string[] Series, Best Best = Best.Auto, double Smooth = 0, string X = "epoch", string? Title = null,
    bool Log = false);
