using Microsoft.DotNet.Interactive.Formatting;
using Qiansi.Contracts;
using Qiansi.Drawing;
using Qiansi.Tensors.Facts;
using Qiansi.Tensors.Layers;
using Qiansi.Tensors.Views;
using static Qiansi.torch;

namespace Qiansi.Tensors;

/// <summary>The one registration of this extension.</summary>
public sealed class TensorsExtension : IKernelExtension
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
        Both<TensorPicture>((picture, _) => picture.Html, (picture, _) => picture.Text);
        Both<Tensor>(
            (tensor, isInside) => isInside ? $"<span>{MarkupText.Escape(TensorFacts.Line(tensor))}</span>" : TensorView.Html(tensor),
            (tensor, isInside) => isInside ? TensorFacts.Line(tensor) : TensorView.Text(tensor));
        Both<nn.Module>(
            (module, isInside) => isInside ? $"<span>{MarkupText.Escape(ModuleView.Line(ModuleTable.Of(module)))}</span>" : ModuleView.Show(ModuleTable.Of(module)).Html,
            (module, isInside) => isInside ? ModuleView.Line(ModuleTable.Of(module)) : module.ToString());
    }

    /// <summary>Registers what a type shows as HTML and as text; inside of another value it is asked to be brief.</summary>
    private static void Both<T>(Func<T, bool, string> html, Func<T, bool, string> text)
    {
        Write(html, HtmlFormatter.MimeType);
        Write(text, PlainTextFormatter.MimeType);
        Formatter.SetPreferredMimeTypesFor(typeof(T), HtmlFormatter.MimeType, PlainTextFormatter.MimeType);

        static void Write(Func<T, bool, string> render, string mediaType) => Formatter.Register<T>(
            (T value, FormatContext context) =>
            {
                context.Writer.Write(render(value, context.Depth > 1));
                return true;
            },
            mediaType);
    }
}
