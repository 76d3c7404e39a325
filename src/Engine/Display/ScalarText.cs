using System.Globalization;

namespace Qiansi.Engine.Display;

/// <summary>Texts of values without parts, the same in every culture.</summary>
internal static class ScalarText
{
    /// <summary>What null is shown as.</summary>
    public const string Null = "<null>";

    /// <summary>Whether values of the type have no parts worth showing.</summary>
    public static bool IsScalar(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(Guid)
        || IsTime(type) || type == typeof(Half) || type == typeof(Int128) || type == typeof(UInt128)
        || type == typeof(Version) || type == typeof(Index) || type == typeof(Range)
        || type == typeof(System.Text.Rune) || type == typeof(DBNull)
        || IsOfOtherAssembly(type)
        || (Nullable.GetUnderlyingType(type) is { } underlying && IsScalar(underlying));

    /// <summary>Whether it reads as running text: dates, times and enum members.</summary>
    public static bool IsInline(Type type) => type.IsEnum || IsTime(type);

    /// <summary>The text of a scalar; null for anything else.</summary>
    public static string? Of(object? value) => value switch
    {
        null => Null,
        string s => s,
        int i => i.ToString(CultureInfo.InvariantCulture),
        double d => d.ToString(CultureInfo.InvariantCulture),
        DateTime t => t.ToString(t.Kind switch
        {
            DateTimeKind.Utc => t.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd HH:mm:ss'Z'" : "yyyy-MM-dd HH:mm:ss.FFFFFFF'Z'",
            DateTimeKind.Local => "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz",
            _ => "yyyy-MM-dd HH:mm:ss.FFFFFFF",
        }, CultureInfo.InvariantCulture),
        DateTimeOffset t => t.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly t => t.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        TimeSpan t => Duration(t),
        DBNull => Null,
        _ when !IsScalar(value.GetType()) => null,
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Asked by name, so that the assemblies of these types are loaded only for values of them.</summary>
    private static bool IsOfOtherAssembly(Type type) => type.Namespace switch
    {
        "System" => type.Name == "Uri",
        "System.Numerics" => type.Name is "BigInteger" or "Complex",
        _ => false,
    };

    private static bool IsTime(Type type) =>
        type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(TimeSpan)
        || type == typeof(DateOnly) || type == typeof(TimeOnly);

    private static string Duration(TimeSpan time)
    {
        var text = time.ToString("c", CultureInfo.InvariantCulture);
        return time.Ticks % TimeSpan.TicksPerSecond == 0 ? text : text.TrimEnd('0');
    }
}
