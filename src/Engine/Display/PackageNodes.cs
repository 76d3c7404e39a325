using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Qiansi.Engine.Display;

/// <summary>Types of well-known packages whose members say little, found by name: nothing of them is loaded for it.</summary>
internal static class PackageNodes
{
    private static readonly Dictionary<string, Func<object, int, NodeBuilder, DisplayNode>> ByName = new()
    {
        ["MathNet.Numerics.LinearAlgebra.Matrix`1"] = Matrix,
        ["Apache.Arrow.RecordBatch"] = Batch,
        ["Newtonsoft.Json.Linq.JToken"] = (token, depth, builder) => builder.Text(token.ToString() ?? "", depth),
        ["SkiaSharp.SKBitmap"] = Picture,
        ["SkiaSharp.SKImage"] = Picture,
        ["SixLabors.ImageSharp.Image"] = Picture,
        ["ScottPlot.Plot"] = Picture,
    };

    // Weak keys: having been shown must not keep a package's type alive.
    private static readonly ConditionalWeakTable<Type, StrongBox<string?>> Names = [];

    /// <summary>Whether <see cref="Of"/> shows values of the type.</summary>
    public static bool Knows(Type type) => NameOf(type) is not null;

    /// <summary>What to show of the value; null when its type is not known.</summary>
    public static DisplayNode? Of(object value, Type type, int depth, NodeBuilder builder) =>
        NameOf(type) is { } name ? ByName[name](value, depth, builder) : null;

    /// <summary>The picture a value is, as a PNG file; null when it is none.</summary>
    public static byte[]? PictureOf(object value) => NameOf(value.GetType()) switch
    {
        "SkiaSharp.SKBitmap" or "SkiaSharp.SKImage" => Skia(value),
        "SixLabors.ImageSharp.Image" => ImageSharp(value),
        "ScottPlot.Plot" => Plot(value),
        _ => null,
    };

    private static string? NameOf(Type type) =>
        type.Namespace is null || type.Namespace.StartsWith("System", StringComparison.Ordinal) ? null : Names.GetValue(type, Find).Value;

    private static StrongBox<string?> Find(Type type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            var name = $"{at.Namespace}.{at.Name}";
            if (ByName.ContainsKey(name)) return new(name);
        }

        return new(null);
    }

    private static DisplayNode Matrix(object matrix, int depth, NodeBuilder builder)
    {
        if (depth >= builder.Limits.Depth) return builder.Text(TypeNames.Of(matrix.GetType()), depth);
        var type = matrix.GetType();
        int rows = (int)type.GetProperty("RowCount")!.GetValue(matrix)!, columns = (int)type.GetProperty("ColumnCount")!.GetValue(matrix)!;
        var (shownRows, shownColumns) = (Math.Min(rows, builder.Limits.Items), Math.Min(columns, builder.Limits.Items));
        var part = rows == shownRows && columns == shownColumns ? matrix
            : type.GetMethod("SubMatrix", [typeof(int), typeof(int), typeof(int), typeof(int)])!.Invoke(matrix,
            [0, shownRows, 0, shownColumns])!;
        var table = (TableNode)ArrayNodes.Of((Array)part.GetType().GetMethod("ToArray", Type.EmptyTypes)!.Invoke(part, null)!,
            depth, builder);
        return table with
        {
            Title = $"{type.Name} {rows} × {columns}",
            Omitted = part == matrix ? table.Omitted : $"… {shownRows} of {rows} rows, {shownColumns} of {columns} columns shown",
        };
    }

    private static DisplayNode Batch(object batch, int depth, NodeBuilder builder)
    {
        var type = batch.GetType();
        var fields = ((IEnumerable)Property(Property(batch, "Schema")!, "FieldsList")!).Cast<object>().Take(DisplayLimits.Columns).ToList();
        var length = (int)Property(batch, "Length")!;
        var column = type.GetMethod("Column", [typeof(int)])!;
        var columns = fields.Select((_, i) => column.Invoke(batch, [i]) as IEnumerable)
            .Select(c => c?.Cast<object?>().Take(builder.Limits.Items).ToList() ?? []).ToList();
        var rows = new List<IReadOnlyList<DisplayNode?>>();
        for (var r = 0; r < Math.Min(length, builder.Limits.Items) && !builder.IsFull; r++)
            rows.Add([new TextNode($"{r}"), .. columns.Select(c => r < c.Count ? builder.Build(c[r], depth + 1) : null)]);
        var names = fields.Select(f => Property(f, "Name")?.ToString() ?? "");
        return new TableNode($"RecordBatch, {length} rows", ["index", .. names], rows, 1, rows.Count < length
            ? $"… {length - rows.Count} more rows" : null);
    }

    private static DisplayNode Picture(object value, int depth, NodeBuilder builder) =>
        SpecialNodes.Image(PictureOf(value)!, "image/png", depth, builder);

    private static byte[] Skia(object image)
    {
        var type = image.GetType();
        // A bitmap is told the format, an image is a PNG unless told otherwise.
        var data = type.GetMethod("Encode", Type.EmptyTypes) is { } encode
            ? encode.Invoke(image, null)
            : Format(type.Assembly, "SkiaSharp.SKEncodedImageFormat") is var format
                && type.GetMethod("Encode", [format.GetType(), typeof(int)]) is { } bitmap ? bitmap.Invoke(image, [format, 100]) : null;
        using (data as IDisposable)
            return (byte[]?)data?.GetType().GetMethod("ToArray", Type.EmptyTypes)!.Invoke(data, null)
                ?? throw new InvalidOperationException("the picture has no pixels that can be encoded");
    }

    private static byte[] ImageSharp(object image)
    {
        using var file = new MemoryStream();
        var type = image.GetType();
        while (type.FullName != "SixLabors.ImageSharp.Image") type = type.BaseType!;
        type.Assembly.GetType("SixLabors.ImageSharp.ImageExtensions", throwOnError: true)!.GetMethod("SaveAsPng",
            [type, typeof(Stream)])!.Invoke(null, [image, file]);
        return file.ToArray();
    }

    private static byte[] Plot(object plot)
    {
        var format = Format(plot.GetType().Assembly, "ScottPlot.ImageFormat");
        return (byte[])plot.GetType().GetMethod("GetImageBytes", [typeof(int), typeof(int), format.GetType()])!.Invoke(plot,
            [680, 400, format])!;
    }

    private static object Format(Assembly assembly, string name) => Enum.Parse(assembly.GetType(name, throwOnError: true)!, "Png");

    private static object? Property(object value, string name) => value.GetType().GetProperty(name)?.GetValue(value);
}
