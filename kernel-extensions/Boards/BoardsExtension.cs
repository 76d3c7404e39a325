using Microsoft.DotNet.Interactive.Formatting;
using Qiansi.Amazons;
using Qiansi.Boards.Clicking;
using Qiansi.Contracts;

namespace Qiansi.Boards;

/// <summary>The one registration of this extension.</summary>
public sealed class BoardsExtension : IKernelExtension
{
    /// <inheritdoc />
    public Task RegisterAsync(ISession session)
    {
        Register();
        session.Answer(ShownBoard.Target, ShownBoard.Answer);
        return Task.CompletedTask;
    }

    /// <summary>Registers the formatters; for hosts that have only the formatting package.</summary>
    public static void Register()
    {
        Register<BoardPicture>(picture => picture);
        Register<Board>(board => board.ToPicture());
    }

    private static void Register<T>(Func<T, BoardPicture> picture)
    {
        Formatter.SetPreferredMimeTypesFor(typeof(T), HtmlFormatter.MimeType, PlainTextFormatter.MimeType);
        Formatter.Register<T>(value => picture(value).ToHtml(), HtmlFormatter.MimeType);
        Formatter.Register<T>(value => picture(value).ToString(), PlainTextFormatter.MimeType);
    }
}
