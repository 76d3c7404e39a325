using System.Reflection;

namespace Qiansi.Tensors.Adapters;

/// <summary>Members of values of libraries that are not referenced, by name.</summary>
internal static class Reflected
{
    /// <summary>The value of a property.</summary>
    /// <exception cref="MissingMemberException">The library has changed: there is no such property.</exception>
    public static object? Property(object value, string name) =>
        (value.GetType().GetProperty(name) ?? throw new MissingMemberException(value.GetType().FullName, name)).GetValue(value);

    /// <summary>The result of a method with these arguments first and only optional parameters behind them.</summary>
    /// <exception cref="MissingMethodException">The library has changed: there is no such method.</exception>
    public static object? Call(object value, string name, params object[] arguments) =>
        Invoke(value, Find(value.GetType(), name, arguments, false), arguments);

    /// <summary>The result of a method with one type parameter.</summary>
    /// <exception cref="MissingMethodException">The library has changed: there is no such method.</exception>
    public static object? Call(object value, string name, Type type, params object[] arguments) =>
        Invoke(value, Find(value.GetType(), name, arguments, true).MakeGenericMethod(type), arguments);

    private static MethodInfo Find(Type type, string name, object[] arguments, bool isGeneric) =>
        type.GetMethods().Where(m => m.Name == name && m.IsGenericMethodDefinition == isGeneric && Takes(m.GetParameters(), arguments))
            .MinBy(m => m.GetParameters().Length)
        ?? throw new MissingMethodException(type.FullName, name);

    private static bool Takes(ParameterInfo[] parameters, object[] arguments) =>
        parameters.Length >= arguments.Length
        && arguments.Select((a, i) => parameters[i].ParameterType.IsInstanceOfType(a)).All(fits => fits)
        && parameters.Skip(arguments.Length).All(p => p.IsOptional || p.IsDefined(typeof(ParamArrayAttribute)));

    private static object? Invoke(object value, MethodInfo method, object[] arguments)
    {
        var rest = method.GetParameters().Skip(arguments.Length)
            .Select(p => p.HasDefaultValue ? p.DefaultValue : Array.CreateInstance(p.ParameterType.GetElementType()!, 0));
        try
        {
            return method.Invoke(value, [.. arguments, .. rest]);
        }
        catch (TargetInvocationException e) when (e.InnerException is { } cause)
        {
            throw new InvalidOperationException($"{value.GetType().FullName}.{method.Name}: {cause.Message}", cause);
        }
    }
}
