namespace Qiansi.Engine.CSharp.Errors;

/// <summary>The few terminal colours tracebacks use; every Jupyter front end renders them.</summary>
internal static class Ansi
{
    public const string Red = "\e[31m";
    public const string Blue = "\e[34m";
    public const string Dim = "\e[2m";
    public const string Reset = "\e[0m";
}
