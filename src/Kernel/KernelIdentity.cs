using Qiansi.Documents;
using Qiansi.Jupyter;
using Qiansi.Jupyter.Messages;

namespace Qiansi.Kernel;

/// <summary>What the kernel says it is.</summary>
internal static class KernelIdentity
{
    public static readonly string Version = typeof(KernelIdentity).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    private static readonly NotebookLanguage Language = NotebookLanguages.CSharp;
    private static readonly KernelNames Names = Language.Kernel!;

    /// <summary>Name and mime type are those existing .NET notebooks carry.</summary>
    public static KernelInfoReply Info { get; } = new("qiansi", Version, new(Language.Label, Names.Version, Names.MediaType, Names.File)
    {
        PygmentsLexer = Names.Lexer,
        CodeMirrorMode = new($"\"{Language.MediaType}\""),
    })
    {
        Banner = $"Qiansi {Version}: C# {Names.Version.Split('.')[0]} on .NET {Environment.Version}. #!lsmagic lists the directives.",
    };
}
