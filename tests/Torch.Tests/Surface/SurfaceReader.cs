using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Qiansi.Torch.Tests.Surface;

/// <summary>Reads an assembly's public types and members by reflection, as text without the assembly's root namespace.</summary>
internal sealed class SurfaceReader(string root)
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public Dictionary<string, Type> Types(Assembly assembly) =>
        assembly.GetExportedTypes().Where(t => t.Namespace == root || t.Namespace!.StartsWith(root + ".", StringComparison.Ordinal))
            .ToDictionary(Key);

    /// <summary>The members of a type: its own, or also those it inherits from the assembly's types.</summary>
    public List<SurfaceMember> Members(Type type, bool inherited)
    {
        if (type.IsEnum) return [.. Enum.GetNames(type).Select(n => new SurfaceMember(n, true, type.Name, null, false))];
        var members = new List<SurfaceMember>();
        foreach (var declaring in Line(type, inherited))
        {
            foreach (var member in declaring.GetMembers(All | BindingFlags.DeclaredOnly))
            {
                if (member is ConstructorInfo && declaring != type) continue;
                if (Read(member) is { } read) members.Add(read);
            }
        }
        return members;
    }

    private static IEnumerable<Type> Line(Type type, bool inherited)
    {
        for (var t = type; t is not null && t.Assembly == type.Assembly; t = t.BaseType)
        {
            yield return t;
            if (!inherited) yield break;
        }
        if (inherited && type.IsInterface)
        {
            foreach (var i in type.GetInterfaces().Where(i => i.Assembly == type.Assembly)) yield return i;
        }
    }

    private SurfaceMember? Read(MemberInfo member) => member switch
    {
        MethodInfo m when Open(m) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)) =>
            new(m.Name, m.IsStatic, Text(m.ReturnType), Parameters(m), false),
        ConstructorInfo c when Open(c) => new("new", true, "", Parameters(c), false),
        PropertyInfo p when p.GetMethod is { } get && Open(get) =>
            p.GetIndexParameters() is { Length: > 0 } indices
                ? new("this", get.IsStatic, Text(p.PropertyType), [.. indices.Select(Parameter)], Sets(p))
                : new(p.Name, get.IsStatic, Text(p.PropertyType), null, Sets(p)),
        FieldInfo f when f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly =>
            new(f.Name, f.IsStatic, Text(f.FieldType), null, !f.IsInitOnly && !f.IsStatic),
        EventInfo e when Open(e.AddMethod!) => new(e.Name, e.AddMethod!.IsStatic, Text(e.EventHandlerType!), null, true),
        _ => null,
    };

    private static bool Sets(PropertyInfo p) => p.SetMethod is { } set && Open(set);

    // Overrides of Object's members say nothing.
    private static bool Open(MethodBase m) =>
        (m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly) && m.Name is not ("Finalize" or "ToString" or "Equals" or "GetHashCode");

    private List<SurfaceParameter> Parameters(MethodBase method) => [.. method.GetParameters().Select(Parameter)];

    private SurfaceParameter Parameter(ParameterInfo p) => new(
        Text(p.ParameterType), p.Name!, p.HasDefaultValue ? Default(p) : null,
        p.IsDefined(typeof(ParamArrayAttribute), false) || p.IsDefined(typeof(ParamCollectionAttribute), false));

    private static string Default(ParameterInfo p)
    {
        var type = Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType;
        return p.DefaultValue switch
        {
            null => type.IsValueType && type == p.ParameterType ? "default" : "null",
            bool b => b ? "true" : "false",
            string s => $"\"{s}\"",
            var v when type.IsEnum => Enum.ToObject(type, v).ToString()!,
            float f => ((double)(decimal)f).ToString("R", CultureInfo.InvariantCulture),
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            var v => v.ToString()!,
        };
    }

    private string Key(Type type) => Text(type);

    public string Text(Type type)
    {
        if (type.IsByRef) return "ref " + Text(type.GetElementType()!);
        if (type.IsArray) return $"{Text(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsPointer) return Text(type.GetElementType()!) + "*";
        if (type.IsGenericParameter) return (type.DeclaringMethod is null ? "!" : "!!") + type.GenericParameterPosition;
        if (Nullable.GetUnderlyingType(type) is { } value) return Text(value) + "?";
        if (Simple(type) is { } simple) return simple;
        if (type.IsGenericType && type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true)
            return $"({string.Join(", ", type.GetGenericArguments().Select(Text))})";
        var full = type.IsGenericType ? type.GetGenericTypeDefinition().FullName! : type.FullName!;
        if (full.StartsWith(root + ".", StringComparison.Ordinal)) full = full[(root.Length + 1)..];
        else if (full.StartsWith("System.", StringComparison.Ordinal)) full = full[(full.LastIndexOf('.') + 1)..];
        var arguments = type.GetGenericArguments();
        var text = string.Join(".", full.Split('+').Select(part => Arguments(part, ref arguments)));
        return text;
    }

    private string Arguments(string part, ref Type[] arguments)
    {
        var tick = part.IndexOf('`', StringComparison.Ordinal);
        if (tick < 0) return part;
        var n = int.Parse(part[(tick + 1)..], CultureInfo.InvariantCulture);
        var own = string.Join(", ", arguments.Take(n).Select(Text));
        arguments = arguments[n..];
        return $"{part[..tick]}<{own}>";
    }

    private static string? Simple(Type type) => type.IsEnum ? null : Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Byte => "byte",
        TypeCode.SByte => "sbyte",
        TypeCode.Int16 => "short",
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        TypeCode.String => "string",
        _ => type == typeof(void) ? "void" : type == typeof(object) ? "object" : null,
    };
}
