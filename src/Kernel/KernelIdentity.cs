using Qiansi.Jupyter.Messages;

namespace Qiansi.Jupyter.Kernel;

/// <summary>What the kernel says it is.</summary>
internal static class KernelIdentity
{
    public static readonly string Version = typeof(KernelIdentity).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>Name and mime type are those existing .NET notebooks carry.</summary>
    public static KernelInfoReply Info { get; } = new("qiansi", Version, new("C#", "14.0", "text/x-csharp", ".cs")
    {
        PygmentsLexer = "csharp",
        CodeMirrorMode = new("\"text/x-csharp\""),
    })
    {
        Banner = $"Qiansi {Version}: C# 14 on .NET {Environment.Version}. #!lsmagic lists the directives.",
    };
}
