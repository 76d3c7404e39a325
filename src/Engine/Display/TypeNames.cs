using System.Text;

namespace Qiansi.Engine.Display;

/// <summary>Types as C# writes them: <c>Dictionary&lt;string, int[]&gt;</c>.</summary>
internal static class TypeNames
{
    /// <summary>The name without namespaces; an anonymous type is <c>{ A, B }</c>.</summary>
    public static string Of(Type type)
    {
        if (Keyword(type) is { } keyword) return keyword;
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Of(underlying) + "?";
        if (type.IsArray) return ArrayName(type);
        if (type.IsPointer) return Of(type.GetElementType()!) + "*";
        if (type.IsByRef) return "ref " + Of(type.GetElementType()!);
        if (IsAnonymous(type)) return $"{{ {string.Join(", ", type.GetProperties().Select(p => p.Name))} }}";
        if (type.IsGenericParameter) return type.Name;
        var arguments = type.GetGenericArguments();
        if (type.IsGenericType && type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true)
            return $"({string.Join(", ", arguments.Select(Of))})";
        return Nested(type, arguments);
    }

    /// <summary>The name with its namespace; C#'s own names and those of cells have none.</summary>
    public static string Full(Type type)
    {
        if (type.IsGenericTypeDefinition || type.FullName is null) return type.ToString();
        var name = Of(type);
        return string.IsNullOrEmpty(type.Namespace) || Keyword(type) is not null || IsAnonymous(type) || type.IsArray
            ? name : $"{type.Namespace}.{name}";
    }

    /// <summary>Whether the compiler made the type for <c>new { … }</c>.</summary>
    public static bool IsAnonymous(Type type) => type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal);

    private static string Nested(Type type, Type[] arguments)
    {
        var name = new StringBuilder();

        // Types declared in a cell are nested in the submission's class, which no reader knows.
        if (type.DeclaringType is { } outer && !outer.Name.StartsWith("Submission#", StringComparison.Ordinal) && !type.IsGenericParameter)
            name.Append(Nested(outer, arguments[..Math.Min(arguments.Length, outer.GetGenericArguments().Length)])).Append('.');
        var tick = type.Name.IndexOf('`');
        name.Append(tick < 0 ? type.Name : type.Name[..tick]);
        var inherited = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        if (tick >= 0 && arguments.Length > inherited) name.Append('<').AppendJoin(", ", arguments[inherited..].Select(Of)).Append('>');
        return name.ToString();
    }

    /// <summary>C# writes the ranks of nested arrays from the outside in: <c>int[,][]</c> is a matrix of vectors.</summary>
    private static string ArrayName(Type type)
    {
        var ranks = new StringBuilder();
        for (; type.IsArray; type = type.GetElementType()!) ranks.Append('[').Append(',', type.GetArrayRank() - 1).Append(']');
        return Of(type) + ranks;
    }

    private static string? Keyword(Type type) => type.IsEnum ? null : Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Byte => "byte",
        TypeCode.SByte => "sbyte",
        TypeCode.Char => "char",
        TypeCode.Decimal => "decimal",
        TypeCode.Double => "double",
        TypeCode.Single => "float",
        TypeCode.Int32 => "int",
        TypeCode.UInt32 => "uint",
        TypeCode.Int64 => "long",
        TypeCode.UInt64 => "ulong",
        TypeCode.Int16 => "short",
        TypeCode.UInt16 => "ushort",
        TypeCode.String => "string",
        _ => type == typeof(object) ? "object" : type == typeof(void) ? "void" : null,
    };
}
