using System.Reflection;

namespace Qiansi.Trees.Adapters;

/// <summary>A type and the types derived from it, in the assemblies that are loaded.</summary>
internal static class TypeAdapter
{
    /// <summary>The tree of a type.</summary>
    public static TreeItem Read(Type type)
    {
        var name = type.Assembly.GetName().Name;
        var types = AppDomain.CurrentDomain.GetAssemblies()
            .Where(a => a == type.Assembly || Array.Exists(a.GetReferencedAssemblies(), r => r.Name == name))
            .SelectMany(Types).Where(t => t != type && Definition(type).IsAssignableFrom(t) || DerivesFrom(t, Definition(type)))
            .Distinct().ToList();
        return Item(Definition(type), types);
    }

    private static TreeItem Item(Type type, List<Type> types) => new(Name(type), type)
    {
        Category = type.IsInterface ? "interface" : type.IsValueType ? "struct" : type.IsAbstract ? "abstract class" : "class",
        Children = types.Where(t => t != type && IsRightBelow(t, type)).OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => Item(t, types)),
    };

    private static bool IsRightBelow(Type type, Type above)
    {
        if (!above.IsInterface) return type.BaseType is { } parent && Definition(parent) == above;
        bool Has(Type? t) => t is not null && t.GetInterfaces().Any(i => Definition(i) == above);
        return Has(type) && !Has(type.BaseType) && !type.GetInterfaces().Any(i => Definition(i) != above && Has(i));
    }

    private static bool DerivesFrom(Type type, Type above) => above.IsInterface
        ? type.GetInterfaces().Any(i => Definition(i) == above)
        : Bases(type).Any(b => Definition(b) == above);

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType) yield return at;
    }

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>(); // those whose own references could be found
        }
    }

    private static string Name(Type type)
    {
        var name = type.Name.Split('`')[0];
        if (type.DeclaringType is { } outer) name = $"{Name(outer)}.{name}";
        return type.IsGenericType && type.Name.Contains('`')
            ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(a => a.Name))}>" : name;
    }
}
