using System.Runtime.CompilerServices;
using Qiansi.Engine.CSharp.Errors;

namespace Qiansi.Engine.Display;

/// <summary>Turns any value into a bundle of renderings; never throws and takes no longer than its time limit.</summary>
public static class ValueRenderer
{
    /// <summary>How long formatters may take unless told otherwise.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>The renderings of a value.</summary>
    /// <param name="value">Any value, null too.</param>
    /// <param name="mediaTypes">Only these; when empty, what the formatters prefer and <c>text/plain</c>.</param>
    /// <param name="cancellation">Cancelled when the cell is interrupted.</param>
    /// <param name="timeLimit"><see cref="TimeLimit"/> when null.</param>
    /// <returns>What the engine renders itself has at most 64 KiB a media type and says what it leaves out.
    /// A failure is a rendering too.</returns>
    public static MimeBundle Render(
        object? value, IReadOnlyList<string> mediaTypes, CancellationToken cancellation = default, TimeSpan? timeLimit = null)
    {
        var names = (value as NamedTuples)?.Names;
        if (value is NamedTuples named) value = named.Value;
        if (mediaTypes.Count == 0 && !PackageFormatters.IsLoaded && ScalarText.Of(value) is { Length: < 8192 } scalar)
            return Scalar(value, scalar);
        if (value is IRendered rendered && mediaTypes.Count == 0) return rendered.Bundle;
        try
        {
            if (RenderThread.TryRun(() => RenderDisplay(value, mediaTypes, names), timeLimit
                ?? TimeLimit, cancellation, out var bundle)) return bundle;
            return Failure($"Showing the {Name(value)} took longer than {(timeLimit ?? TimeLimit).TotalSeconds:0.###} s and was given up: "
                + "a formatter or a property of it does not come back.");
        }
        catch (Exception e) when (Interrupted.IsCause(e))
        {
            return Failure($"Showing the {Name(value)} was interrupted.");
        }
        catch (Exception e)
        {
            var cause = e is AggregateException { InnerExceptions: [var only] } ? only : e;
            return Failure($"Showing the {Name(value)} failed: {ExceptionNodes.Text(cause)}");
        }
    }

    /// <summary>HTML and text of nodes made by the engine itself from values of the user's, with the same guarantees.</summary>
    internal static MimeBundle RenderNodes(Func<DisplayNode> build, CancellationToken cancellation)
    {
        try
        {
            if (RenderThread.TryRun(build, TimeLimit, cancellation, out var node))
                return new MimeBundle { { "text/html", HtmlNodeWriter.Write(node) }, { "text/plain", PlainNodeWriter.Write(node) } };
            return Failure($"Reading the values took longer than {TimeLimit.TotalSeconds:0.###} s and was given up.");
        }
        catch (Exception e) when (Interrupted.IsCause(e))
        {
            return Failure("Reading the values was interrupted.");
        }
        catch (Exception e)
        {
            return Failure(
                $"Reading the values failed: {ExceptionNodes.Text(e is AggregateException { InnerExceptions: [var only] } ? only : e)}");
        }
    }

    private static MimeBundle Scalar(object? value, string text)
    {
        if (value is string) return MimeBundle.Plain(text);
        var html = HtmlNodeWriter.Scalar(text, value is not null && ScalarText.IsInline(value.GetType()));
        return new MimeBundle { { "text/html", html }, { "text/plain", text } };
    }

    private static MimeBundle RenderDisplay(object? value, IReadOnlyList<string> mediaTypes, IReadOnlyDictionary<string, string[]>? names)
    {
        Renderings.Begin();
        try
        {
            return RenderAll(value, mediaTypes, names);
        }
        finally
        {
            Renderings.End();
        }
    }

    private static MimeBundle RenderAll(object? value, IReadOnlyList<string> mediaTypes, IReadOnlyDictionary<string, string[]>? names)
    {
        var formatters = new PackageFormatters();
        var type = value?.GetType() ?? typeof(object);
        var bundle = new MimeBundle();
        DisplayNode? node = null;
        DisplayNode Node() => node ??= new NodeBuilder(PackageFormatters.Limits, formatters, names).Build(value);

        if (mediaTypes.Count > 0)
        {
            foreach (var mediaType in mediaTypes) bundle[mediaType] = RenderOne(value, type, mediaType, formatters, Node);
            return bundle;
        }

        if (value is not null && !formatters.Formats(type) && (value as byte[] ?? PackageNodes.PictureOf(value)) is { } bytes
            && ImageBytes.MediaType(bytes) is { } image)
            bundle[image] = image == "image/svg+xml" ? System.Text.Encoding.UTF8.GetString(bytes) : Convert.ToBase64String(bytes);
        else
            foreach (var mediaType in formatters.PreferredMediaTypes(value?.GetType()))
            {
                var rendering = RenderOne(value, type, mediaType, formatters, Node);
                // A picture without any content: the formatter has none of this value.
                if (rendering.Length > 0 || !mediaType.StartsWith("image/", StringComparison.Ordinal)) bundle[mediaType] = rendering;
            }

        bundle["text/plain"] ??= RenderOne(value, type, "text/plain", formatters, Node);
        return bundle;
    }

    private static string RenderOne(object? value, Type type, string mediaType, PackageFormatters formatters, Func<DisplayNode> node)
    {
        if (formatters.Handles(type, mediaType)) return Formatted(value, type, mediaType, formatters);
        switch (mediaType)
        {
            case "text/html":
                return HtmlNodeWriter.Write(node());
            case "text/plain":
                return PlainNodeWriter.Write(node());
            case "text/csv":
                return CsvText.Of(value);
            case "application/json" when type.Namespace is "System.Text.Json" or "System.Text.Json.Nodes":
                return Json(value);
            case "image/svg+xml" when value is byte[] svg:
                return System.Text.Encoding.UTF8.GetString(svg);
            case not null when value is byte[] bytes && !mediaType.StartsWith("text/", StringComparison.Ordinal)
                && !MimeBundle.IsJson(mediaType):
                return Convert.ToBase64String(bytes);
            case not null when value is string text && !MimeBundle.IsJson(mediaType):
                return text;
            default:
                return Formatted(value, type, mediaType!, formatters);
        }
    }

    private static string Formatted(object? value, Type type, string mediaType, PackageFormatters formatters)
    {
        try
        {
            return formatters.Format(value, mediaType);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var cause = e is System.Reflection.TargetInvocationException { InnerException: { } inner } ? inner : e;
            var message = $"The {mediaType} formatter for {TypeNames.Of(type)} threw {ExceptionNodes.Text(cause)}";
            if (MimeBundle.IsJson(mediaType)) return Json(message);
            return mediaType == "text/html" ? $"<div class=\"dni-error\">{HtmlNodeWriter.Scalar(message, inline: false)}</div>" : message;
        }
    }

    /// <summary>Apart, so that the serializer is loaded only when it is used.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Json(object? value) => System.Text.Json.JsonSerializer.Serialize(value);

    private static MimeBundle Failure(string message) => new()
    {
        { "text/html", $"<div class=\"dni-error\">{HtmlNodeWriter.Scalar(message, inline: false)}</div>" },
        { "text/plain", message },
    };

    private static string Name(object? value) => value is null ? "null" : $"{TypeNames.Of(value.GetType())}";
}
