namespace Qiansi.Engine.CSharp.State;

/// <summary>How C# code names a type.</summary>
internal static class CSharpTypeName
{
    /// <summary>The name with namespace, or null when cells cannot name the type (anonymous, private, or by reference only).</summary>
    public static string? Of(Type type)
    {
        if (type.IsArray)
        {
            // int[][,] is an array of int[,]: the outer rank stands first.
            var ranks = "";
            for (; type.IsArray; type = type.GetElementType()!) ranks += $"[{new string(',', type.GetArrayRank() - 1)}]";
            return Of(type) is { } element ? element + ranks : null;
        }

        if (!type.IsVisible || type.IsPointer || type.IsByRef || type.IsByRefLike || type.FullName is null) return null;
        var arguments = type.GetGenericArguments();
        var name = (type.IsNested ? Of(type.DeclaringType!) + "." : type.Namespace is null ? "global::" : $"global::{type.Namespace}.")
            + Bare(type);
        if (type.IsNested && type.DeclaringType!.IsGenericType) return null;
        if (arguments.Length == 0) return name;
        var named = arguments.Select(Of).ToList();
        return named.Contains(null) ? null : $"{name}<{string.Join(", ", named)}>";
    }

    private static string Bare(Type type) => type.Name.Split('`')[0] is var name && char.IsLetter(name[0]) ? "@" + name : name;
}
