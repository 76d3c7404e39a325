using Microsoft.DotNet.Interactive.Formatting;
using Qiansi.BPlus;
using Qiansi.Contracts;

namespace Qiansi.Trees;

/// <summary>The one registration of this extension.</summary>
public sealed class TreesExtension : IKernelExtension
{
    /// <inheritdoc />
    public Task RegisterAsync(ISession session)
    {
        Register();
        return Task.CompletedTask;
    }

    /// <summary>Registers the formatters; for hosts that have only the formatting package.</summary>
    public static void Register()
    {
        Formatter.Register<BPlusTree>(tree => tree.ToTree().ToHtml(), HtmlFormatter.MimeType);
        Formatter.Register<BPlusTree>(tree => $"{tree}\n{tree.ToTree()}", PlainTextFormatter.MimeType);
        Formatter.Register<Pane>(pane => pane.ToHtml(), HtmlFormatter.MimeType);
        Formatter.Register<Pane>(pane => pane.ToString(), PlainTextFormatter.MimeType);
        Formatter.Register<Film>(film => film.ToHtml(), HtmlFormatter.MimeType);
        Formatter.Register<Film>(film => film.ToString(), PlainTextFormatter.MimeType);
    }
}
