using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace Qiansi.Engine.Display;

/// <summary>What users have told Microsoft.DotNet.Interactive.Formatting: their formatters, preferred media types and limits.</summary>
/// <remarks>
/// The package is loaded only when a cell, an extension or a formatter source of a type needs it:
/// until then nobody can have told it anything. Every method that touches the package is kept from being inlined,
/// so that merely calling this class does not load it.
/// </remarks>
internal sealed class PackageFormatters
{
    private const string Package = "Microsoft.DotNet.Interactive.Formatting";

    private static volatile bool _loaded;

    private readonly Dictionary<(Type Type, string MediaType), bool> _handled = [];

    static PackageFormatters()
    {
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => _loaded |= IsPackage(loaded.LoadedAssembly);
        _loaded |= Array.Exists(AppDomain.CurrentDomain.GetAssemblies(), IsPackage);
    }

    /// <summary>Whether anyone has used the package in this process.</summary>
    public static bool IsLoaded => _loaded;

    /// <summary>Limits for sequences and depth.</summary>
    public static DisplayLimits Limits => _loaded ? PackageLimits() : new DisplayLimits();

    /// <summary>Whether a formatter other than the package's own defaults is there for a type and media type.</summary>
    public bool Handles(Type type, string mediaType)
    {
        if (_handled.TryGetValue((type, mediaType), out var known)) return known;
        var handled = FormatterSources.MediaTypes(type).Contains(mediaType) || (_loaded && IsRegistered(type, mediaType));
        _handled[(type, mediaType)] = handled;
        return handled;
    }

    /// <summary>Media types a value is shown as when none is asked for.</summary>
    public IReadOnlyCollection<string> PreferredMediaTypes(Type? type) =>
        _loaded || (type is not null && FormatterSources.MediaTypes(type).Length > 0)
            ? PackagePreference(type) : [type == typeof(string) ? "text/plain" : "text/html"];

    /// <summary>The text the package's formatter for the media type writes; throws what the formatter throws.</summary>
    /// <exception cref="ArgumentException">There is no formatter for the media type.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public string Format(object? value, string mediaType) => value.ToDisplayString(mediaType);

    /// <summary>What a formatter of the user's shows of a value inside another; null when there is none.</summary>
    public DisplayNode? FormatNested(object value, Type type)
    {
        if (!Formats(type)) return null;
        var html = Handles(type, "text/html") ? FormatInside(value, "text/html") : null;
        var plain = Handles(type, "text/plain") ? FormatInside(value, "text/plain") : null;
        if (html is not null) return new HtmlNode(html, plain ?? HtmlText.ToPlain(html));
        return plain is not null ? new TextNode(plain) : null;
    }

    /// <summary>Whether a formatter of the user's shows values of the type.</summary>
    public bool Formats(Type type) => Handles(type, "text/html") || Handles(type, "text/plain");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string FormatInside(object value, string mediaType) => new NestedValue(value).ToDisplayString(mediaType);

    private static bool IsPackage(System.Reflection.Assembly assembly) =>
        assembly.FullName is { } name && name.StartsWith(Package + ",", StringComparison.Ordinal);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DisplayLimits PackageLimits() => new(Formatter.ListExpansionLimit, Formatter.RecursionLimit);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IReadOnlyCollection<string> PackagePreference(Type? type) => Formatter.GetPreferredMimeTypesFor(type!);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsRegistered(Type type, string mediaType)
    {
        // Of the package's own types those that are HTML are left to their words and markup; the package knows the others best.
        if (type.Assembly == typeof(Formatter).Assembly && !typeof(Microsoft.AspNetCore.Html.IHtmlContent).IsAssignableFrom(type))
            return true;
        foreach (var formatter in Formatter.RegisteredFormatters(includeDefaults: false))
        {
            if (formatter.MimeType == mediaType && IsFor(formatter.Type, type)) return true;
        }

        return false;
    }

    /// <summary>Formatters may be registered for an open generic type: <c>Register(typeof(Matrix&lt;&gt;), …)</c>.</summary>
    private static bool IsFor(Type registered, Type type)
    {
        if (!registered.IsGenericTypeDefinition) return registered.IsAssignableFrom(type);
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.IsGenericType && at.GetGenericTypeDefinition() == registered) return true;
        }

        return Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == registered);
    }
}
