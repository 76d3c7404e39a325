namespace Qiansi.Contracts;

/// <summary>What formatters can know of the display they are part of.</summary>
public static class Renderings
{
    [ThreadStatic]
    private static object? s_display;

    /// <summary>The display whose renderings are being made on this thread, the same object for all of them: what was read from a value for
    /// one serves the others. Null outside of one.</summary>
    public static object? Display => s_display;

    /// <summary>A package's own notebook extension has registered formatters; what is to come before them is registered again.</summary>
    public static event Action? Overtaken;

    /// <summary>A display begins on this thread.</summary>
    public static void Begin() => s_display = new();

    /// <summary>It has its renderings.</summary>
    public static void End() => s_display = null;

    /// <summary>Tells of formatters that a package's notebook extension has registered.</summary>
    public static void TellOvertaken() => Overtaken?.Invoke();
}
