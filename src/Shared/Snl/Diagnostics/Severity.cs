namespace Qiansi.Snl.Diagnostics;

/// <summary>How bad it is.</summary>
public enum Severity
{
    /// <summary>The program runs; something in it is suspicious.</summary>
    Warning,

    /// <summary>The program cannot run.</summary>
    Error,
}
