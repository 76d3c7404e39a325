using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Qiansi.Engine.Display;

/// <summary>A public property or field that can be shown.</summary>
internal sealed record Member(string Name, Type Type, Func<object, object?> Get);

/// <summary>The members of types, read once for each type.</summary>
internal static class Members
{
    // Weak keys: a type of a cell that was run again must not be kept alive by having been shown.
    private static readonly ConditionalWeakTable<Type, Member[]> Known = [];

    /// <summary>Public instance properties and fields, those of the most derived class first, without indexers, ref structs,
    /// pointers and what the debugger hides.</summary>
    public static Member[] Of(Type type) => Known.GetValue(type, Read);

    /// <summary>What a collection that cells declare has besides its items. Of libraries' collections the items are what counts.</summary>
    public static Member[] OwnOf(Type type) =>
        type.Assembly.Location.Length > 0 ? []
        : [.. Of(type).Where(m => DeclaringOf(type, m.Name) is { } declaring && declaring.Assembly.Location.Length == 0)];

    private static Type? DeclaringOf(Type type, string member) =>
        type.GetMember(member, BindingFlags.Public | BindingFlags.Instance)
            .FirstOrDefault(m => m is PropertyInfo or FieldInfo)?.DeclaringType;

    /// <summary>Whether the type says something of its own in <c>ToString</c>.</summary>
    public static bool HasText(Type type) =>
        type.GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType is { } declaring && declaring != typeof(object)
        && declaring != typeof(ValueType);

    private static Member[] Read(Type type)
    {
        const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance;
        var members = new List<Member>();
        foreach (var info in type.GetMembers(Public))
        {
            if (info.Name.Contains('<') || info.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State == DebuggerBrowsableState.Never)
                continue;
            switch (info)
            {
                case PropertyInfo { CanRead: true } p when p.GetMethod!.IsPublic && p.GetIndexParameters().Length == 0
                    && CanShow(p.PropertyType) && p.Name != "EqualityContract":
                    Keep(new Member(p.Name, p.PropertyType, p.GetValue));
                    break;
                case FieldInfo f when CanShow(f.FieldType):
                    Keep(new Member(f.Name, f.FieldType, f.GetValue));
                    break;
            }
        }

        return [.. members];

        // A property that hides one of a base class comes first and is the one that counts.
        void Keep(Member member)
        {
            if (!members.Exists(m => m.Name == member.Name)) members.Add(member);
        }
    }

    private static bool CanShow(Type type) => !type.IsByRefLike && !type.IsPointer && !type.IsByRef && !type.IsFunctionPointer;
}
