namespace Qiansi.Engine.Running;

/// <summary>A time-out for regular expressions that have none of their own, since nothing can interrupt a catastrophic match.</summary>
internal static class RegexLimit
{
    /// <summary>Longer than honest work on large texts takes.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(60);

    /// <summary>Sets it; expressions that were made before keep none.</summary>
    public static void Install() => AppContext.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", Time);
}
